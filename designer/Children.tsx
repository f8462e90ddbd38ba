import { Button, InputNumber } from 'antd'
import type { Indicator } from '../schemas/index.ts'
import { useDesigner } from './context.ts'
import { setNode } from './edits/setNode.ts'

/** What an indicator is made of: each part with its weight and the share that comes to. */
export function Children({ indicator }: { indicator: Indicator }) {
  const { edit, select, t } = useDesigner()
  const parts = [...(indicator.children ?? []), ...(indicator.evaluationPoints ?? [])]
  const sum = parts.reduce((total, { weight = 1 }) => total + weight, 0)
  if (parts.length === 0) return <p className="ds-empty">{t.noChildren}</p>
  return (
    <table className="ds-table">
      <thead><tr><th>{t.title}</th><th className="ds-num">{t.weight}</th><th className="ds-num">{t.shareOf}</th></tr></thead>
      <tbody>{parts.map(({ id, code, title, weight = 1 }) => (
        <tr key={id}>
          <td><Button size="small" type="link" onClick={() => select(id)}>{code} {title}</Button></td>
          <td className="ds-num"><InputNumber size="small" variant="borderless" controls={false} min={0} className="ds-unit" aria-label={`${title} ${t.weight}`} value={weight} onChange={(value) => { if (value !== null) edit((old) => setNode(old, id, { weight: value }), `${id}.weight`) }} /></td>
          <td className="ds-num ds-quiet">{sum > 0 ? `${Number(((weight / sum) * 100).toFixed(1))} %` : '—'}</td>
        </tr>
      ))}</tbody>
      <tfoot><tr><td>{t.sum}</td><td className="ds-num"><b>{Number(sum.toFixed(6))}</b></td><td className="ds-num ds-quiet">{sum > 0 ? '100 %' : '—'}</td></tr></tfoot>
    </table>
  )
}
