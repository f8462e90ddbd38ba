import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { compile } from '../../../engine/index.ts'
import type { OpenCycle, UnitOutcome } from '../api.ts'
import { date, daysLeft } from '../format.ts'
import { useText } from '../language.tsx'
import { useRouter } from '../router.tsx'
import { StageCounts, StageStrip } from '../StageStrip.tsx'
import { CellPanel } from './CellPanel.tsx'
import { Charts } from './Charts.tsx'
import { allPoints, foldable, layoutOf, selectedPoints } from './columns.ts'
import { Matrix } from './Matrix.tsx'
import { arrange, idOf, rowsOf, type Filter, type Sort } from './rows.ts'
import { text } from './text.ts'
import { Tools } from './Tools.tsx'

interface Props { open: OpenCycle; units: readonly UnitOutcome[]; before: readonly UnitOutcome[]; picker: ReactNode }

export function OverviewOf({ open, units, before, picker }: Props) {
  const t = useText(text)
  const { query, path, go } = useRouter()
  const { framework, cycle } = open
  const selected = useMemo(() => selectedPoints(framework, cycle.profile.points), [framework, cycle])
  const groups = useMemo(() => foldable(framework, selected), [framework, selected])
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(selected.size > 16 ? groups.children : []))
  const [filter, setFilter] = useState<Filter>({})
  const [sort, setSort] = useState<Sort>()
  const compiled = useMemo(() => compile(framework, cycle.profile).compiled, [framework, cycle])

  const layout = useMemo(() => layoutOf(framework, selected, folded), [framework, selected, folded])
  const all = useMemo(() => rowsOf(cycle.units, open.submissions, units), [cycle, open.submissions, units])
  const ids = layout.columns.map(({ id }) => id)
  const rows = arrange(framework, all, ids, filter, sort)
  const [unit, node] = [query.get('unit'), query.get('node')]
  const row = all.find((one) => one.unit.id === unit)
  const last = before.find((one) => idOf(one.unit) === unit)?.outcome
  const show = (cell?: { unit: string; node: string }) => go(cell ? `${path}?${new URLSearchParams(cell).toString()}` : path, { replace: Boolean(unit) })
  useEffect(() => {
    if (!unit) return
    const close = (event: KeyboardEvent) => { if (event.key === 'Escape' && !event.defaultPrevented) go(path, { replace: true }) }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [unit, path, go])
  const fold = (group: string) => setFolded((now) => { const next = new Set(now); if (!next.delete(group)) next.add(group); return next })
  const everything = [...groups.roots, ...groups.children]

  return (
    <div className={row && node ? 'overview with-panel' : 'overview'}>
      <main id="main" className="overview-main">
        <div className="overview-head">
          <div>
            <div className="row"><h1>{cycle.title}</h1>{picker}</div>
            <p className="second medium">{[open.state === 'closed' ? t.closed : cycle.deadlines?.submission ? t.until(date(cycle.deadlines.submission), daysLeft(cycle.deadlines.submission)) : '', selected.size === allPoints(framework).length ? t.allSelected(selected.size) : t.selected(selected.size)].filter(Boolean).join(' · ')}</p>
          </div>
          <span className="grow" />
          <StageCounts of={all.map(({ stage }) => stage)} />
        </div>
        <StageStrip units={all.map((one) => ({ unit: one.unit, stage: one.stage, to: one.submission ? `/review/${encodeURIComponent(one.submission)}` : undefined }))} />
        <Tools framework={framework} cycle={cycle} layout={layout} rows={rows} all={all} selected={selected} filter={filter} onFilter={setFilter}
          folded={folded.size === everything.length} onFoldAll={(shut) => setFolded(new Set(shut ? everything : []))} />
        {rows.length ? (
          <Matrix framework={framework} layout={layout} rows={rows} all={all} levels={filter.levels ?? []} current={unit && node ? { unit, node } : undefined}
            sort={sort} onSort={setSort} onFold={fold} onOpen={show} />
        ) : <p className="third">{t.noRows} <button type="button" className="plain is-accent" onClick={() => setFilter({})}>{t.clearFilter}</button></p>}
        <Charts framework={framework} selected={selected} rows={all} unit={row} before={before} />
      </main>
      {row && node ? <CellPanel key={`${unit}/${node}`} open={open} compiled={compiled} row={row} node={node} rows={all} before={last} onShow={show} order={rows} /> : null}
    </div>
  )
}
