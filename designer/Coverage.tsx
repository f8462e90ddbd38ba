import { useMemo } from 'react'
import { coverage, type CaseResult, type EditionChange } from '../engine/index.ts'
import { LevelChip } from '../runtime/index.ts'
import { useDesigner } from './context.ts'

/** Points whose thresholds are looked at; each takes some milliseconds. */
const most = 40

/** Cases of the points that changed (all points with a red case too): how many, which levels they show, and on how many thresholds they stand. */
export function Coverage({ cases, changes }: { cases: readonly CaseResult[]; changes: readonly EditionChange[] | undefined }) {
  const { compiled, document, select, t } = useDesigner()
  const points = useMemo(() => {
    const touched = new Set(changes?.filter(({ entity }) => entity === 'point').map(({ id }) => id))
    return (compiled?.points ?? []).filter(({ id }) => touched.has(id) || cases.some(({ point, pass }) => point === id && !pass))
  }, [compiled, changes, cases])
  const reached = useMemo(() => new Map(compiled ? points.slice(0, most).map(({ id }) => [id, coverage(compiled, id)[0]?.boundaries]) : []), [compiled, points])
  if (points.length === 0) return <p>{cases.length === 0 ? t.noCases : t.casesGreen(cases.length)}</p>
  return (
    <table className="ds-table ds-coverage">
      <thead><tr><th>{t.pointsChanged}</th><th className="ds-num">{t.cases}</th><th>{t.levelsCovered}</th><th className="ds-num">{t.boundariesCovered}</th><th>{t.failed}</th></tr></thead>
      <tbody>
        {points.map(({ id, code, title, point }) => {
          const own = cases.filter((one) => one.point === id)
          const red = own.filter(({ pass }) => !pass)
          const scale = document.scales[point.rubric.scale ?? '']
          const covered = new Set(own.map(({ expected }) => expected.level))
          return (
            <tr key={id}>
              <td><button type="button" className="ds-link" onClick={() => select(id, `${compiled?.point(id)?.pointer ?? ''}/examples`)}>{code} {title}</button></td>
              <td className="ds-num">{own.length}</td>
              <td><span className="ds-chips">{scale?.levels.filter((level) => covered.has(level.id)).map((level) => <LevelChip key={level.id} scale={scale} level={level.id} />)}{own.some(({ expected }) => expected.status === 'undetermined') ? <span className="ds-quiet">{t.statuses.undetermined}</span> : null}</span></td>
              <td className="ds-num">{reached.get(id)?.all ? `${reached.get(id)?.covered} / ${reached.get(id)?.all}` : '—'}</td>
              <td className={red.length > 0 ? 'ds-c-err' : undefined}>{red.length > 0 ? red.map(({ name, index }) => <button key={index} type="button" className="ds-link ds-redcase" onClick={() => select(id, `${compiled?.point(id)?.pointer ?? ''}/examples/${index}`)}>{name}</button>) : '—'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
