import { Form, InputNumber, Select } from 'antd'
import type { Aggregation } from '../schemas/index.ts'
import { useDesigner } from './context.ts'

interface Props { value: Aggregation | undefined; label?: string; /** Whether it may be left to the level above. */ inherits?: boolean; onChange: (patch: Partial<Aggregation> | undefined) => void }

/** How the scores below combine, with the power of a power mean. */
export function AggregationMethod({ value, label, inherits = false, onChange }: Props) {
  const { t } = useDesigner()
  return (
    <>
      <Form.Item {...(label !== undefined && { label })}>
        <Select allowClear={inherits} aria-label={t.aggregation} {...(inherits && { placeholder: t.inheritAggregation })} value={value?.method} options={Object.entries(t.methodsOfAggregation).map(([method, title]) => ({ value: method, label: title }))}
          onChange={(method?: string) => onChange(method ? { method: method as Aggregation['method'], power: method === 'generalised' ? (value?.power ?? 1) : undefined } : undefined)} />
      </Form.Item>
      {value?.method === 'generalised' ? <Form.Item {...(label !== undefined && { label: t.power })}><InputNumber aria-label={t.power} {...(label === undefined && { prefix: t.power })} min={-20} max={20} value={value.power ?? 1} onChange={(power) => onChange({ power: power ?? 1 })} /></Form.Item> : null}
    </>
  )
}
