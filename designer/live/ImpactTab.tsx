import { Button, Drawer, Progress } from 'antd'
import { RightOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { explain, type Compiled } from '../../engine/index.ts'
import { LevelChip } from '../../runtime/index.ts'
import type { Outcome, Scale } from '../../schemas/index.ts'
import { stringsOf, useDesigner } from '../context.ts'
import { changedAt, changedAnywhere, reasonsAt, type Replayed } from './impact.ts'
import { ImpactMatrix } from './ImpactMatrix.tsx'
import { useLive } from './live.ts'
import { ReplayedUnder } from './ReplayedUnder.tsx'

/** What the draft does to the units of the last cycle: here, with the reason, and at which other points. */
export function ImpactTab({ node }: { /** A point's or an indicator's id. */ node: string }) {
  const { document, select, t } = useDesigner()
  const { impact } = useLive()
  const { compiled, units, busy, progress } = impact
  const [whole, setWhole] = useState(false)
  const scale = document.scales[units[0]?.after.nodes[node]?.scale ?? '']
  const here = useMemo(() => changedAt(units, node), [units, node])
  const elsewhere = useMemo(() => (compiled?.points ?? []).flatMap(({ id, code, title }) => {
    const count = id === node ? 0 : changedAt(units, id).length
    return count > 0 ? [{ id, code, title, count }] : []
  }), [compiled, units, node])
  const working = busy ? <div className="ds-quiet" role="status">{t.replaying(progress.done, progress.of)}<Progress size="small" showInfo={false} percent={(progress.done / Math.max(1, progress.of)) * 100} /></div> : null
  if (!compiled || units.length === 0) return working ?? <p className="ds-empty">{t.noSamples}</p>
  return (
    <div className="ds-impact" aria-busy={busy}>
      {working}
      <ReplayedUnder impact={impact} />
      {!compiled.nodes.has(node) ? <p>{t.notChosenThen}</p> : here.length === 0 ? <p>{t.unchangedHere}</p> : <p>{t.because(reasonsAt(here, node))}</p>}
      <ul>{here.map((unit) => <Moved key={unit.unit} unit={unit} point={node} scale={scale} compiled={compiled} />)}</ul>
      {compiled.nodes.has(node) ? <><h4>{t.distribution}</h4><Distribution units={units} node={node} scale={scale} /></> : null}
      {elsewhere.length > 0 ? <h4>{t.changedElsewhere}</h4> : null}
      <ul>{elsewhere.map(({ id, code, title, count }) => <li key={id}><Button size="small" type="link" onClick={() => select(id)}>{code} {title}</Button><span className="ds-grow" /><span>{t.unitCount(count)}</span></li>)}</ul>
      {here.length + elsewhere.length > 0 ? <p className="ds-quiet">{t.changedUnits(changedAnywhere(units).length, units.length)} <Button size="small" type="link" onClick={() => setWhole(true)}>{t.wholeMatrix}</Button></p> : null}
      <Drawer open={whole} onClose={() => setWhole(false)} title={t.wholeMatrix} size="min(1100px, 96vw)" destroyOnHidden><ImpactMatrix compiled={compiled} units={units} /></Drawer>
    </div>
  )
}

function Moved({ unit, point, scale, compiled }: { unit: Replayed; point: string; scale: Scale | undefined; compiled: Compiled }) {
  const { locale } = useDesigner()
  const reason = useMemo(() => reasonOf(compiled, unit, point, locale), [compiled, unit, point, locale])
  return (
    <li>
      <b>{unit.title}</b><span className="ds-grow" /><Becomes unit={unit} node={point} scale={scale} />
      {reason === undefined ? null : <p>{reason}</p>}
    </li>
  )
}

/** A level and the level it becomes. */
export function Becomes({ unit: { before, after }, node, scale }: { unit: Replayed; node: string; scale: Scale | undefined }) {
  return <span className="ds-becomes"><LevelChip scale={scale} node={before?.nodes[node]} brief /><RightOutlined /><LevelChip scale={scale} node={after.nodes[node]} brief /></span>
}

/** Why a unit gets the level it gets at a point under the draft: what decided it, and the nearest it missed; an indicator's stands in its points. */
function reasonOf(compiled: Compiled, { input, after }: { input: Replayed['input']; after: Outcome }, node: string, locale: 'zh' | 'en'): string | undefined {
  if (!compiled.point(node)) return undefined
  const { why, limits, missing, next } = explain(compiled, input, after, node, locale)
  const decided = limits.find(({ state }) => state === 'met' || state === 'unmet') ?? why[0] ?? missing[0]
  return [decided, next[0]].flatMap((one) => (one ? [one.text] : [])).join(stringsOf(locale).semicolon)
}

/** How many units stand at each level. */
export function Distribution({ units, node, scale }: { units: readonly Replayed[]; node: string; scale: Scale | undefined }) {
  const { t } = useDesigner()
  const at = units.map(({ after }) => after.nodes[node])
  const open = at.filter((one) => one?.status !== 'determined').length
  return (
    <p className="ds-distribution">
      {(scale?.levels ?? []).map(({ id }) => <span key={id}><LevelChip scale={scale} level={id} /> {at.filter((one) => one?.status === 'determined' && one.level === id).length}</span>)}
      {open > 0 ? <span>{t.notDetermined} {open}</span> : null}
    </p>
  )
}
