import type { FieldProps } from '@rjsf/utils'
import { useCallback, useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { rowName } from '../../engine/index.ts'
import { Icon } from '../Icon.tsx'
import { writeEntry } from '../entry.ts'
import { useStore } from '../store/hooks.ts'
import { isPrefilled, officialOf, rowLike } from '../store/stance.ts'
import { fill, useText } from '../text.ts'
import type { Strings } from '../strings.zh.ts'
import { ConflictBox } from './ConflictBox.tsx'
import { ReasonBox } from './ReasonBox.tsx'
import { SourceLine } from './SourceLine.tsx'
import { StanceButtons } from './StanceButtons.tsx'
import { TableBody } from './TableBody.tsx'
import { focusNext } from './focusNext.ts'
import { errorsOf } from './tableErrors.ts'
import { moveCell } from './tableKeys.ts'
import { addsUp, columnsOf, filledRows, isBlank, paste, readSheet, rowsOf, totalOf, type Column, type TableRow } from './tableRows.ts'
import { useField } from './useField.ts'

const none = null
/** What a column of numbers takes, in pixels. */
const columnWidth = 92

/** A table: keyboard like a sheet, paste from Excel, fixed or free rows, computed columns, a sum row, errors in the cell and one line below. */
export function TableField({ name }: FieldProps) {
  const field = useField(name)
  const store = useStore()
  const t = useText()
  const { element, control, answer, point, editable } = field
  const columns = useMemo(() => columnsOf(element), [element])
  const prefilled = isPrefilled(answer)
  const open = editable && element['x-source'] !== 'survey'
  const writable = useCallback((column: Column): boolean => open && !column.computed && !column.fixed && (!prefilled || answer?.status === 'corrected' || !column.official), [open, prefilled, answer?.status])
  const [said, setSaid] = useState<{ words: (t: Strings) => string; undo?: { to: TableRow[]; from: string } }>()
  const [showAll, setShowAll] = useState(false)
  const free = open && element['x-rows'] === undefined && (!prefilled || answer?.status === 'corrected')
  // A blank row to type into stands below the others; with its first cell it becomes one of them.
  const [begun, setBegun] = useState(false)
  const blank = begun && free
  const rows = useMemo(() => [...rowsOf(element, answer?.value), ...(blank ? [{}] : [])], [element, answer?.value, blank])

  const latest = useRef({ rows, writable, columns })
  useEffect(() => {
    latest.current = { rows, writable, columns }
  })
  /** Takes over rows; what then stands there, so that it can be taken back as long as nobody else changed it. */
  const put = useCallback((next: readonly TableRow[]): string => {
    const filled = filledRows(element, next)
    store.type(name, filled.length ? filled : undefined)
    setSaid(undefined)
    setBegun(filled.length < next.length)
    return JSON.stringify(filled)
  }, [store, name, element])
  const setCell = useCallback((row: number, column: string, value: unknown): void => {
    put(latest.current.rows.map((each, index) => {
      if (index !== row) return each
      const { [column]: _, ...rest } = each
      return value === undefined ? rest : { ...each, [column]: value }
    }))
  }, [put])
  /** Puts the focus into a row once it is there. */
  const focusRow = useCallback((row: number, what: string): void => void requestAnimationFrame(() => document.getElementById(control)?.querySelectorAll('tbody tr')[row]?.querySelector<HTMLElement>(what)?.focus()), [control])
  const remove = useCallback((row: number): void => {
    const before = latest.current.rows
    const from = put(before.filter((_, index) => index !== row))
    focusRow(Math.min(row, before.length - 2), '.ys-acts button:last-child')
    if (isBlank(before[row])) return
    const name = rowName(element, before[row])
    setSaid({ words: (t) => fill(t.deletedRow, { row: `${fill(t.row, { n: row + 1 })}${name === undefined ? '' : fill(t.named, { name })}` }), undo: { to: [...before], from } })
  }, [put, focusRow, element])
  const duplicate = useCallback((row: number): void => {
    const { rows: before } = latest.current
    put([...before.slice(0, row + 1), { ...before[row] }, ...before.slice(row + 1)])
  }, [put])
  const add = (): void => {
    setBegun(true)
    focusRow(rows.length - (blank ? 1 : 0), '[data-cell]')
  }
  // Not over what somebody else wrote meanwhile.
  const undoable = said?.undo !== undefined && JSON.stringify(rowsOf(element, answer?.value)) === said.undo.from
  const undo = (): void => void put(said?.undo?.to ?? [])
  const lay = (text: string, at: { row: number; column: number }): void => {
    const sheet = readSheet(text)
    const before = rowsOf(element, answer?.value)
    const result = paste(element, rows, sheet, at, writable)
    const from = put(result.rows)
    setSaid({ words: (t) => fill(t.pasted, { rows: result.pastedRows, columns: result.pastedColumns }) + (result.headed ? t.pastedHead : '') + (result.over ? fill(t.pastedOver, { n: result.over }) : ''), undo: { to: [...before], from } })
  }
  const onPaste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']
    const text = event.clipboardData.getData('text/plain')
    if (!cell || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const [row = '0', column = '0'] = cell.split('/')
    lay(text, { row: Number(row), column: Number(column) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (moveCell(event) !== 'end') return
    const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')]
    // A blank row is enough: the next Enter leaves the table.
    if (free && !blank) add()
    else if (cells.at(-1)) focusNext(cells.at(-1)!)
  }
  const onUndoKey = (event: KeyboardEvent): void => {
    if (!undoable || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    undo()
  }
  const pasteButton = (): void => {
    const first = columns.findIndex(writable)
    const clipboard = navigator.clipboard?.readText?.() as Promise<string> | undefined
    const hint = (): void => {
      if (free && rows.length === 0) add()
      setSaid({ words: (t) => t.pasteHint })
    }
    if (clipboard === undefined) return hint()
    clipboard.then((text) => (text.trim() ? lay(text, { row: element['x-rows'] ? 0 : rows.length - (blank ? 1 : 0), column: Math.max(0, first) }) : hint()), hint)
  }

  const errors = useMemo(() => rows.flatMap((row, index) => errorsOf(row, columns, t).map(([column, text]) => ({ row: index, column, text }))), [rows, columns, t])
  const key = element['x-key']
  const shownErrors = showAll ? errors : errors.slice(0, 3)
  const status = prefilled ? { proposed: t.pending, confirmed: t.confirmed, corrected: t.corrected, disputed: t.disputed }[answer.status] : ''
  const official = prefilled ? officialOf(answer) : undefined
  const lead = [element['x-unit'], prefilled ? `${t.officialTable}${t.comma}${status}` : '', columns.some(({ computed }) => computed) ? t.hasComputed : ''].filter(Boolean).join(' · ')
  const was = useCallback((row: TableRow, index: number): TableRow | undefined => rowLike(official, row, index, key), [official, key])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble from the cells and buttons
    <section className={`ys-table-field${answer ? ` ys-as-${answer.status}` : ''}`} data-ys-field={field.id} aria-labelledby={`${control}-label`} onKeyDown={onUndoKey}>
      <div className="ys-sech">
        <h3 id={`${control}-label`}>{element.title}{field.required && !prefilled && !field.readOnly ? <span className="ys-req" title={t.required} aria-hidden="true">*</span> : null}</h3>
        <span className="ys-quiet ys-small">{lead}</span><span className="ys-grow" />
        {columns.some(writable) ? <button type="button" className="ys-btn ys-btn-q ys-btn-sm ys-wide-only" onClick={pasteButton}><Icon name="paste" />{t.pasteExcel}</button> : null}
        {prefilled && element['x-source'] !== 'survey' ? <StanceButtons field={field} /> : null}
      </div>
      {element.description ? <p className="ys-src ys-measure">{element.description}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="ys-scroll" tabIndex={0} role="region" aria-label={fill(t.scrollable, { title: element.title })}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and paste bubble from the cells */}
        <table className="ys-table" id={control} style={{ '--y-cols': columns.reduce((sum, { width }) => sum + width, free ? 1 : 0) } as React.CSSProperties} aria-labelledby={`${control}-label`} onPaste={onPaste} onKeyDown={onKeyDown}>
          <thead><tr>
            {key === undefined ? <td className="ys-rownum">{none}</td> : null}
            {columns.map(({ id, element: column, computed, width }) => (
              <th key={id} scope="col" style={width > 1 ? { width: width * columnWidth } : undefined} className={column.type === 'number' || column.type === 'integer' ? 'ys-num' : undefined} title={column.description}>{column.title}{computed ? <span className="ys-fx"> ƒ</span> : null}{column['x-unit'] ? <><br />{column['x-unit']}</> : null}</th>
            ))}
            {free ? <th className="ys-acts"><span className="ys-sr">{t.actions}</span></th> : null}
          </tr></thead>
          <TableBody field={name} element={element} point={point} control={control} rows={rows} columns={columns} rowKey={key} writable={writable} free={free} was={prefilled ? was : undefined} setCell={setCell} remove={remove} duplicate={duplicate} errorLine={`${control}-errors`} />
          {element['x-total'] && rows.length ? (
            <tfoot><tr>
              {key === undefined ? <td className="ys-rownum">{none}</td> : null}
              {columns.map((column, index) => {
                const total = addsUp(column) ? totalOf(rows, column.id) : undefined
                const first = index === 0 && total === undefined
                return first ? <th key={column.id} scope="row">{t.total}</th> : <td key={column.id} className="ys-num">{total === undefined ? '' : writeEntry(total, column.element['x-decimals'] ?? (column.element.type === 'integer' ? 0 : undefined))}</td>
              })}
              {free ? <td>{none}</td> : null}
            </tr></tfoot>
          ) : null}
        </table>
      </div>
      {rows.length === 0 ? <p className="ys-src">{t.empty}</p> : null}
      {free ? <p className="ys-row"><button type="button" className="ys-btn ys-btn-q ys-btn-sm" onClick={add} disabled={rows.length >= (element.maxItems ?? 1000)}><Icon name="plus" />{t.addRow}</button></p> : null}
      <div id={`${control}-errors`} aria-live="polite">
        {shownErrors.map(({ row, column, text }) => <p key={`${row}/${column}`} className="ys-ferr"><Icon name="alert" small />{rowName(element, rows[row]) ?? fill(t.row, { n: row + 1 })} · {text}</p>)}
        {errors.length > shownErrors.length ? <button type="button" className="ys-link ys-small" onClick={() => setShowAll(true)}>{fill(t.moreErrors, { n: errors.length - shownErrors.length })}</button> : null}
        {field.refused === undefined ? null : <p className="ys-ferr"><Icon name="alert" small />{errors.length ? t.heldTable : fill(t.notStored, { why: field.refused })}</p>}
        {field.errors.map((text) => <p key={text} className="ys-ferr"><Icon name="alert" small />{text}</p>)}
        {field.warnings.map((text) => <p key={text} className="ys-src ys-is-warn">{text}</p>)}
        {said ? <p className="ys-src" role="status">{said.words(t)} {undoable ? <button type="button" className="ys-link" onClick={undo}>{t.undo}</button> : null}</p> : null}
      </div>
      <SourceLine field={field} />
      {answer?.status === 'corrected' || answer?.status === 'disputed' ? <ReasonBox field={field} /> : null}
      {field.conflict ? <ConflictBox field={field} conflict={field.conflict} /> : null}
    </section>
  )
}
