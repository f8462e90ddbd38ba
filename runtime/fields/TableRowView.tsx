import { formatNumber, rowName } from '../../engine/index.ts'
import { Icon } from '../Icon.tsx'
import { fill, useLocale, useText } from '../text.ts'
import { Figure } from '../verdict/Figure.tsx'
import type { TableBodyProps } from './tableProps.ts'
import { TableCell } from './TableCell.tsx'
import { errorsOf } from './tableErrors.ts'
import { cellText, type TableRow } from './tableRows.ts'

type Props = Omit<TableBodyProps, 'rows' | 'was'> & { row: TableRow; index: number; live: boolean; computed: string; was: TableRow | undefined }

/** One row of a table. */
export function TableRowView({ row, index, columns, rowKey, writable, free, live, computed, was, setCell, remove, duplicate, errorLine, point, field, element: table }: Props) {
  const t = useText()
  const locale = useLocale()
  const errors = new Map(errorsOf(row, columns, t))
  const results = computed.split('\u0000')
  const begun = columns.some(({ id, computed: derived, fixed }) => !derived && !fixed && row[id] !== undefined)
  let next = 0
  const named = rowName(table, row)
  const name = named ?? fill(t.row, { n: index + 1 })
  // Two rows may be called alike; what is done to one says which.
  const place = `${fill(t.row, { n: index + 1 })}${named === undefined ? '' : fill(t.named, { name: named })}`
  return (
    <tr>
      {rowKey === undefined ? <th scope="row" className="ys-rownum">{index + 1}</th> : null}
      {columns.map((column, at) => {
        const { id, element } = column
        const number = element.type === 'number' || element.type === 'integer'
        if (column.computed) {
          const result = results[next++]
          const value: unknown = result ? JSON.parse(result) : undefined
          const shown = typeof value === 'number' ? formatNumber(value, { decimals: element['x-decimals'] ?? 2, locale }) : cellText(element, value, t.yes, t.no)
          return <td key={id} className={`ys-calc${number ? ' ys-num' : ''}`}>{value === undefined ? (begun ? <span className="ys-lv ys-lv-u">{t.noData}</span> : null) : <Figure point={point} cell={{ field, column: id, row: index }}>{shown}</Figure>}</td>
        }
        const text = cellText(element, row[id], t.yes, t.no)
        if (!writable(column) || !live) {
          const Tag = id === rowKey ? 'th' : 'td'
          return <Tag key={id} {...(id === rowKey ? { scope: 'row' } : {})} className={number ? 'ys-num' : undefined}>{text}</Tag>
        }
        const official = was && column.official && !Object.is(was[id], row[id]) ? cellText(element, was[id], t.yes, t.no) : undefined
        return <TableCell key={id} cell={`${index}/${at}`} column={element} value={row[id]} text={text} was={official} label={fill(t.cell, { row: name, column: element.title })} error={errors.get(id)} errorLine={errorLine} onValue={(value) => setCell(index, id, value)} />
      })}
      {free ? (
        <td className="ys-acts">
          {live ? <>
            <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(t.duplicateRow, { row: place })} title={fill(t.duplicateRow, { row: place })} onClick={() => duplicate(index)}><Icon name="copy" small /></button>
            <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(t.deleteRow, { row: place })} title={fill(t.deleteRow, { row: place })} onClick={() => remove(index)}><Icon name="close" small /></button>
          </> : null}
        </td>
      ) : null}
    </tr>
  )
}
