import { App, Button, Dropdown, Select } from 'antd'
import { levelWords } from '../../../engine/index.ts'
import type { Cycle, Framework } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { LevelMark } from '../Level.tsx'
import { text as site } from '../text.ts'
import type { Layout } from './columns.ts'
import { isOpen, stages, type Filter, type Row } from './rows.ts'
import { text } from './text.ts'

interface Props {
  framework: Framework; cycle: Cycle; layout: Layout; rows: readonly Row[]; all: readonly Row[]; selected: ReadonlySet<string>
  filter: Filter; onFilter: (filter: Filter) => void; folded: boolean; onFoldAll: (shut: boolean) => void
}

/** Filters, legend, export. */
export function Tools({ framework, cycle, layout, rows, all, selected, filter, onFilter, folded, onFoldAll }: Props) {
  const t = useText(text)
  const s = useText(site)
  const { message } = App.useApp()
  const used = usedScales(framework, all, layout)
  const open = all.filter((row) => layout.columns.some(({ id }) => isOpen(row.nodes[id]))).length
  const main = used[0]
  const download = (kind: 'xlsx' | 'csv') => {
    import('./sheet.ts')
      .then(({ save }) => save(kind, { framework, cycle, rows, selected, strings: s, t }))
      .then(() => message.success(t.exported), (error: unknown) => message.error(error instanceof Error ? error.message : s.unknownError))
      .catch(() => undefined)
  }
  const select = { mode: 'multiple' as const, size: 'small' as const, maxTagCount: 0, popupMatchSelectWidth: false, className: 'overview-filter', showSearch: false }
  return (
    <div className="overview-tools no-print">
      <Select {...select} aria-label={t.unitsChosen} placeholder={t.allUnits} maxTagPlaceholder={(chosen) => `${t.unitsChosen} ${chosen.length}`} value={[...(filter.units ?? [])]}
        options={all.map(({ unit }) => ({ value: unit.id, label: unit.title }))} onChange={(units: string[]) => onFilter({ ...filter, units })} />
      <Select {...select} aria-label={t.state} placeholder={t.state} maxTagPlaceholder={(chosen) => `${t.state} ${chosen.length}`} value={[...(filter.stages ?? [])]}
        options={stages.map((stage) => ({ value: stage, label: s.states[stage] }))} onChange={(chosen: typeof stages) => onFilter({ ...filter, stages: chosen })} />
      <Select {...select} aria-label={t.level} placeholder={t.level} maxTagPlaceholder={(chosen) => `${t.level} ${chosen.length}`} value={[...(filter.levels ?? [])]}
        options={used.map(({ id, scale }) => ({ label: scale.title, title: scale.title, options: scale.levels.map((level) => ({ value: `${id}/${level.id}`, label: levelWords(level) })) }))}
        onChange={(levels: string[]) => onFilter({ ...filter, levels })} />
      <Button size="small" type={filter.open ? 'primary' : 'default'} aria-pressed={Boolean(filter.open)} onClick={() => onFilter({ ...filter, open: !filter.open })}>{t.onlyOpen} {open}</Button>
      <Button size="small" type="text" onClick={() => onFoldAll(!folded)}>{folded ? t.unfoldAll : t.foldAll}</Button>
      <span className="grow" />
      <span className="overview-legend" role="group" aria-label={t.legend}>
        {main?.scale.levels.map((level) => <LevelMark key={level.id} level={level} />)}
        <span className="level level-open">{s.undetermined}</span><span className="third medium nowrap">— {s.notApplicable}</span>
      </span>
      <Dropdown trigger={['click']} menu={{ items: [{ key: 'xlsx', label: t.exportExcel, onClick: () => download('xlsx') }, { key: 'csv', label: t.exportCsv, onClick: () => download('csv') }] }}>
        <Button size="small" type="text" icon={<Icon name="download" />}>{t.exportAs}</Button>
      </Dropdown>
    </div>
  )
}

/** The scales in the matrix, most used first. */
function usedScales(framework: Framework, rows: readonly Row[], layout: Layout) {
  const counts = new Map<string, number>()
  for (const row of rows) for (const { id } of layout.columns) {
    const scale = row.nodes[id]?.scale
    if (scale) counts.set(scale, (counts.get(scale) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).flatMap(([id]) => (framework.scales[id] ? [{ id, scale: framework.scales[id] }] : []))
}
