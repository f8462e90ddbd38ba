import { Form, InputNumber, Select } from 'antd'
import type { Aggregation, Indicator } from '../schemas/index.ts'
import { Children } from './Children.tsx'
import { AggregationMethod } from './AggregationMethod.tsx'
import { useDesigner } from './context.ts'
import { Crumb } from './Crumb.tsx'
import { merged, setNode } from './edits/setNode.ts'
import { LongText, Text } from './Text.tsx'

/** An indicator: code, title, weight, and how its children combine. */
export function IndicatorEditor({ indicator }: { indicator: Indicator }) {
  const { document, edit, t } = useDesigner()
  const set = (patch: Partial<Indicator>, group: string): void => edit((old) => setNode(old, indicator.id, patch), `${indicator.id}.${group}`)
  const { aggregation } = indicator
  const setAggregation = (patch: Partial<Aggregation>): void => set({ aggregation: merged<Aggregation>(aggregation ?? { method: 'weightedMean' }, patch) }, 'aggregation')
  return (
    <div className="ds-point">
      <header className="ds-head">
        <Crumb id={indicator.id} />
        <div className="ds-title">
          <Text variant="borderless" className="ds-code" aria-label={t.code} value={indicator.code} onText={(text) => set({ code: text }, 'code')} />
          <Text variant="borderless" className="ds-name-input" aria-label={t.title} value={indicator.title} onText={(text) => set({ title: text }, 'title')} />
          <label className="ds-inline">{t.weight}<InputNumber size="small" variant="borderless" controls={false} min={0} className="ds-dec" aria-label={t.weight} value={indicator.weight ?? 1} onChange={(weight) => { if (weight !== null) set({ weight }, 'weight') }} /></label>
        </div>
      </header>
      <div className="ds-sections">
        <section><h3>{t.madeOf}</h3><Children indicator={indicator} /></section>
        <section>
          <h3>{t.aggregation}</h3>
          <Form layout="vertical" className="ds-form">
            <div className="ds-pair">
              <AggregationMethod inherits value={aggregation} onChange={(patch) => (patch === undefined ? set({ aggregation: undefined }, 'aggregation') : setAggregation(patch))} />
              {aggregation ? <Form.Item label={t.missing}><Select aria-label={t.missing} value={aggregation.missing ?? 'skipAny'} options={Object.entries(t.missings).map(([value, label]) => ({ value, label }))} onChange={(missing) => setAggregation({ missing: missing as NonNullable<Aggregation['missing']> })} /></Form.Item> : null}
              {aggregation ? <Form.Item label={t.scale}><Select allowClear aria-label={t.scale} value={aggregation.scale} options={Object.entries(document.scales).map(([value, { title }]) => ({ value, label: title }))} onChange={(scale?: string) => setAggregation({ scale })} /></Form.Item> : null}
            </div>
            <Form.Item label={t.description}><LongText aria-label={t.description} autoSize={{ minRows: 2 }} value={indicator.description ?? ''} onText={(text) => set({ description: text || undefined }, 'description')} /></Form.Item>
            <p className="ds-quiet">{t.indicatorHint}</p>
          </Form>
        </section>
      </div>
    </div>
  )
}
