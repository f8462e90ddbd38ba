import { useRef, useState, type KeyboardEvent } from 'react'
import type { Framework } from '../../../schemas/index.ts'
import { useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { Link } from '../router.tsx'
import { StageMark } from '../StageStrip.tsx'
import { text as site } from '../text.ts'
import type { Column, Layout } from './columns.ts'
import { MatrixHead } from './MatrixHead.tsx'
import { cellWords } from './cellWords.ts'
import { distribution, fits, type Row, type Sort } from './rows.ts'
import { Stack } from './Stack.tsx'
import { text } from './text.ts'

interface Cell { unit: string; node: string }
interface Props {
  framework: Framework; layout: Layout; rows: readonly Row[]; all: readonly Row[]; levels: readonly string[]
  current: Cell | undefined; sort: Sort | undefined; onSort: (sort: Sort | undefined) => void; onFold: (group: string) => void; onOpen: (cell: Cell) => void
}

const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Units × points; one cell takes the tab stop and the arrow keys move it. */
export function Matrix({ framework, layout, rows, all, levels, current, sort, onSort, onFold, onOpen }: Props) {
  const t = useText(text)
  const body = useRef<HTMLTableSectionElement>(null)
  const [focus, setFocus] = useState<[number, number]>([0, 0])
  const columns = layout.columns
  const [row, column] = [Math.min(focus[0], rows.length - 1), Math.min(focus[1], columns.length - 1)]

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key] ?? (event.key === 'Home' ? [0, -column] : event.key === 'End' ? [0, columns.length] : undefined)
    if (!step) return
    event.preventDefault()
    const next: [number, number] = [clamp(row + (step[0] ?? 0), rows.length), clamp(column + (step[1] ?? 0), columns.length)]
    setFocus(next)
    body.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}/${next[1]}"]`)?.focus()
  }

  return (
    <div className="matrix-scroll" role="region" aria-label={t.matrix}>
      <table className="matrix">
        <MatrixHead layout={layout} sort={sort} onSort={onSort} onFold={onFold} />
        <tbody ref={body}>
          {rows.map((one, y) => (
            <tr key={one.unit.id}>
              <th scope="row" className="matrix-unit">
                {one.submission ? <Link to={`/review/${encodeURIComponent(one.submission)}`}>{one.unit.title}</Link> : one.unit.title}
                <StageMark stage={one.stage} />
              </th>
              {columns.map((cell, x) => (
                <MatrixCell key={cell.id} framework={framework} row={one} column={cell} place={`${y}/${x}`} stop={y === row && x === column}
                  current={current?.unit === one.unit.id && current.node === cell.id} faded={Boolean(levels.length) && !fits(one.nodes[cell.id], levels)}
                  onFocus={() => setFocus([y, x])} onKeyDown={move} onOpen={() => onOpen({ unit: one.unit.id, node: cell.id })} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="matrix-unit">{t.distribution}<span className="stage-mark">{t.unitCount(all.filter(({ outcome }) => outcome).length)}</span></th>
            {columns.map((cell) => <td key={cell.id} className={classOf(cell)}><Stack framework={framework} of={distribution(framework, all, cell.id)} small /></td>)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

interface CellProps { framework: Framework; row: Row; column: Column; place: string; stop: boolean; current: boolean; faded: boolean; onFocus: () => void; onKeyDown: (event: KeyboardEvent) => void; onOpen: () => void }

function MatrixCell({ framework, row, column, place, stop, current, faded, onFocus, onKeyDown, onOpen }: CellProps) {
  const t = useText(text)
  const s = useText(site)
  const node = row.nodes[column.id]
  const label = `${row.unit.title} ${column.kind === 'total' ? t.total : column.code} ${cellWords(framework, row, column.id, s)}`
  return (
    <td className={`${classOf(column)}${current ? ' matrix-current' : ''}`}>
      <button type="button" className={`plain${faded ? ' matrix-faded' : ''}`} data-cell={place} tabIndex={stop ? 0 : -1} aria-label={label} aria-pressed={current} onFocus={onFocus} onKeyDown={onKeyDown} onClick={onOpen}>
        {row.stage === 'notStarted' ? <span className="matrix-none" title={s.states.notStarted}>·</span> : <NodeMark framework={framework} node={node} brief />}
      </button>
    </td>
  )
}

function classOf({ kind, group }: Column): string {
  return kind === 'total' ? 'matrix-total' : kind === 'subtotal' && !group ? 'matrix-subtotal' : ''
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(value, size - 1))
}
