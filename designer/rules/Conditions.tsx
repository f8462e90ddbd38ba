import { Button, Segmented, Select } from 'antd'
import { DeleteOutlined } from '@ant-design/icons'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { FormulaLine } from './FormulaLine.tsx'
import { Operand } from './Operand.tsx'
import { blankComparison, comparisons, setPart, shapeOf } from './place.ts'

interface Props { point: string; rule: Rule; path: string; onChange: (rule: Rule) => void; onRemove?: () => void }

/** A condition in rows: groups joined by and/or, comparisons of two operands; the rest stays a formula. */
export function Conditions({ point, rule, path, onChange, onRemove }: Props) {
  const { t, readOnly } = useDesigner()
  const shape = shapeOf(rule)
  if (shape.kind !== 'group') {
    return (
      <div className="ds-conds">
        <Row point={point} rule={rule} path={path} onChange={onChange} {...(onRemove && { onRemove })} />
        {onRemove || readOnly ? null : <Button size="small" type="link" onClick={() => onChange({ and: [rule, blankComparison()] })}>{t.addCondition}</Button>}
      </div>
    )
  }
  const { operator, parts } = shape
  return (
    <div className="ds-group">
      <div className="ds-group-head">
        <Segmented size="small" value={operator} onChange={(value) => onChange({ [value]: parts } as Rule)} options={[{ value: 'and', label: t.allOf }, { value: 'or', label: t.anyOf }]} />
        {onRemove ? <Remove onClick={onRemove} /> : null}
      </div>
      <div className="ds-group-body">
        <span className="ds-join">{operator === 'and' ? t.and : t.or}</span>
        {parts.map((part, index) => {
          const set = (next: Rule | undefined): void => {
            const whole = setPart(operator, parts, index, next)
            if (whole !== undefined) onChange(whole)
          }
          const remove = parts.length > 1 ? () => set(undefined) : undefined
          return shapeOf(part).kind === 'group'
            ? <Conditions key={index} point={point} rule={part} path={`${path}/${operator}/${index}`} onChange={set} {...(remove && { onRemove: remove })} />
            : <Row key={index} point={point} rule={part} path={`${path}/${operator}/${index}`} onChange={set} {...(remove && { onRemove: remove })} />
        })}
        <span className="ds-group-add">
          <Button size="small" type="link" onClick={() => onChange({ [operator]: [...parts, blankComparison()] })}>{t.addCondition}</Button>
          <Button size="small" type="link" onClick={() => onChange({ [operator]: [...parts, { [operator === 'and' ? 'or' : 'and']: [blankComparison(), blankComparison()] }] })}>{t.addGroup}</Button>
        </span>
      </div>
    </div>
  )
}

function Row({ point, rule, path, onChange, onRemove }: Props) {
  const { t } = useDesigner()
  const shape = shapeOf(rule)
  return (
    <div className="ds-row" data-path={path}>
      {shape.kind === 'comparison' ? (
        <>
          <Operand point={point} rule={shape.left} onChange={(left) => onChange({ [shape.operator]: [left, shape.right] })} />
          <Select size="small" suffixIcon={null} className="ds-sign" value={shape.operator} aria-label={t.comparison} popupMatchSelectWidth={false}
            onChange={(operator) => onChange({ [operator]: [shape.left, shape.right] })} options={comparisons.map(({ operator, sign }) => ({ value: operator, label: sign }))} />
          <Operand point={point} rule={shape.right} like={shape.left} onChange={(right) => onChange({ [shape.operator]: [shape.left, right] })} />
        </>
      ) : <FormulaLine point={point} rule={rule} label={t.formula} onChange={onChange} />}
      {onRemove ? <Remove onClick={onRemove} /> : null}
    </div>
  )
}

function Remove({ onClick }: { onClick: () => void }) {
  const { t } = useDesigner()
  return <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t.remove} onClick={onClick} />
}
