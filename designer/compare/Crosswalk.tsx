import { Button, Select } from 'antd'
import { CheckOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import type { Relation } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { find, pointOf } from '../edits/nodes.ts'
import { confirm, pairsOf, type Kind, type Pair } from '../edits/succession.ts'

/** Points and elements that were split, merged or renamed: a suggestion for each, to be confirmed or set right. */
export function Crosswalk({ base }: { base: Framework }) {
  const { document, compiled, edit, t, readOnly } = useDesigner()
  const pairs = useMemo(() => ({ points: pairsOf(base, document, 'points'), elements: pairsOf(base, document, 'elements') }), [base, document])
  const kept = useMemo(() => (compiled?.points ?? []).filter(({ id }) => pointOf(base, id)).length, [compiled, base])
  const open = [...pairs.points, ...pairs.elements].some(({ confirmed }) => !confirmed)
  const all = (): void => edit((old) => confirm(confirm(old, 'points', pairs.points), 'elements', pairs.elements))
  return (
    <section className="ds-crosswalk" aria-label={t.crosswalk}>
      <h3>{t.crosswalk}</h3>
      <p className="ds-quiet">{t.crosswalkIntro} {t.keptPoints(kept)}</p>
      {pairs.points.length + pairs.elements.length === 0 ? <p className="ds-empty">{t.noCounterpart}</p> : (
        <table className="ds-table">
          <thead><tr><th scope="col">{t.before}</th><th scope="col">{t.relation}</th><th scope="col">{t.after}</th><th scope="col" className="ds-num">{t.alike}</th><th scope="col">{readOnly || !open ? t.confirm : <Button size="small" type="link" onClick={all}>{t.confirmAll}</Button>}</th></tr></thead>
          {(['points', 'elements'] as const).map((kind) => <tbody key={kind}>{pairs[kind].map((pair) => <PairRow key={`${pair.before} ${pair.after}`} base={base} kind={kind} pair={pair} />)}</tbody>)}
        </table>
      )}
    </section>
  )
}

function PairRow({ base, kind, pair }: { base: Framework; kind: Kind; pair: Pair }) {
  const { document, edit, t, readOnly } = useDesigner()
  const keep = (relation: Relation): void => edit((old) => confirm(old, kind, [{ ...pair, relation }]))
  const titleIn = (edition: Framework, id: string): string => {
    const node = kind === 'points' ? find(edition, id)?.node : undefined
    return node ? `${node.code} ${node.title}` : (edition.elements[id]?.title ?? '')
  }
  const [before, after] = [titleIn(base, pair.before), titleIn(document, pair.after)]
  const relations: readonly Relation[] = kind === 'points' ? ['equal', 'subset', 'superset', 'intersect', 'not_related'] : ['equal', 'not_related']
  return (
    <tr>
      <td>{before}</td>
      <td><Select size="small" disabled={readOnly} aria-label={`${before} ${after} ${t.relation}`} popupMatchSelectWidth={false} value={pair.relation} options={relations.map((value) => ({ value, label: t.relations[value] }))} onChange={keep} /></td>
      <td>{after}</td>
      <td className="ds-num">{pair.similarity === undefined ? '' : `${Math.round(pair.similarity * 100)} %`}</td>
      <td>{pair.confirmed ? <span className="ds-c-ok"><CheckOutlined /> {t.confirmed}</span> : readOnly ? null : <Button size="small" aria-label={`${t.confirm} ${before} ${after}`} onClick={() => keep(pair.relation)}>{t.confirm}</Button>}</td>
    </tr>
  )
}
