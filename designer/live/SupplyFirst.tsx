import { Button } from 'antd'
import { useState } from 'react'
import { supply, type Compiled, type Need, type Supply } from '../../engine/index.ts'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { useLive } from './live.ts'

/** Needs that are listed; whoever needs more looks at the form. */
const most = 6

/** Which levels an open point can still get, and what to supply first to decide it. Worked out when asked: it takes many evaluations. */
export function SupplyFirst({ point, compiled }: { point: EvaluationPoint; compiled: Compiled }) {
  const { document, t, titleOf } = useDesigner()
  const { input } = useLive()
  const [found, setFound] = useState<{ of: unknown; by: Compiled; supply: Supply }>()
  const answer = found?.of === input && found.by === compiled ? found.supply : undefined
  if (!answer) return <Button size="small" type="link" onClick={() => { const open = supply(compiled, input, point.id); if (open) setFound({ of: input, by: compiled, supply: open }) }}>{t.supplyFirst}</Button>
  const scale = document.scales[point.rubric.scale ?? '']
  const left = new Set([...answer.reachable.map(({ level }) => level), ...answer.unproven])
  const nameOf = ({ kind, id }: Need): string => (kind === 'judgement' ? t.judgement : (compiled.fields.get(id)?.schema.title ?? titleOf(point.id)(id) ?? compiled.scope.variable(id)?.title ?? id))
  return (
    <section className="ds-supply" aria-label={t.supplyFirst}>
      <h4>{t.supplyFirst}</h4>
      <p className="ds-chips">{t.stillPossible} {(scale?.levels ?? []).filter(({ id }) => left.has(id)).map(({ id }) => <LevelChip key={id} scale={scale} level={id} />)}</p>
      <ol>{answer.needs.slice(0, most).map((need) => <li key={`${need.kind}:${need.id}`}><b>{nameOf(need)}</b> <span className="ds-quiet">{t.alone[need.alone]}{t.leftOnAverage(Number(need.left.toFixed(1)))}</span></li>)}</ol>
      {answer.needs.length > most ? <p className="ds-quiet">{t.moreNeeds(answer.needs.length - most)}</p> : null}
    </section>
  )
}
