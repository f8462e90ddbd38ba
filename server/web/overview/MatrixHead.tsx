import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import type { Column, Head, Layout } from './columns.ts'
import type { Sort } from './rows.ts'
import { text } from './text.ts'

interface Props { layout: Layout; sort: Sort | undefined; onSort: (sort: Sort | undefined) => void; onFold: (group: string) => void }

/** Three head rows: first level, second level, point. Groups fold, columns sort. */
export function MatrixHead({ layout, sort, onSort, onFold }: Props) {
  const t = useText(text)
  const total = layout.columns.find(({ kind }) => kind === 'total')
  const folded = new Set(layout.groups.filter((group) => group.folded).map(({ id }) => id))
  const last = layout.columns.filter(({ kind, group }) => kind !== 'total' && group !== undefined)
  return (
    <thead>
      <tr className="matrix-first">
        <th rowSpan={3} scope="col" className="matrix-unit">
          <button type="button" className="plain row" onClick={() => onSort(undefined)} title={t.orderOfUnits}>{t.unit}{sort ? <Icon name="sort" className="icon-12 third" /> : null}</button>
        </th>
        {total ? <th rowSpan={3} scope="col" className="matrix-total" aria-sort={ariaSort(sort, total.id)}><SortButton column={total} name={t.total} sort={sort} onSort={onSort}>{t.total}</SortButton></th> : null}
        {layout.groups.map((group) => <th key={group.id} scope="colgroup" colSpan={group.span} className="matrix-group"><Fold head={group} onFold={onFold} /></th>)}
      </tr>
      <tr className="matrix-second">
        {layout.subgroups.map((head, index) => {
          if ('subtotal' in head) {
            const column = head.subtotal
            return (
              <th key={column.id} rowSpan={2} scope="col" className="matrix-subtotal" aria-sort={ariaSort(sort, column.id)} title={column.title}>
                <SortButton column={column} name={`${column.code} ${t.subtotal}`} sort={sort} onSort={onSort}>
                  {folded.has(column.id) ? <span className="matrix-name">{column.title}</span> : <b>{t.subtotal}</b>}
                  {column.weight === undefined ? null : <span className="matrix-weight">{t.weight(column.weight)}</span>}
                </SortButton>
              </th>
            )
          }
          if ('empty' in head) return <th key={`empty${index}`} colSpan={head.span} className="matrix-group"><span className="sr">{t.unit}</span></th>
          return <th key={head.id} scope="colgroup" colSpan={head.span} className="matrix-group" title={head.title}><Fold head={head} onFold={onFold} /></th>
        })}
      </tr>
      <tr className="matrix-third">
        {last.map((column) => (
          <th key={column.id} scope="col" aria-label={`${column.code} ${column.title}`} title={`${column.code} ${column.title}`} aria-sort={ariaSort(sort, column.id)}>
            <SortButton column={column} name={column.code} sort={sort} onSort={onSort}><b>{column.kind === 'subtotal' ? t.subtotal : column.code}</b><span>{column.title}</span></SortButton>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Fold({ head, onFold }: { head: Head; onFold: (group: string) => void }) {
  const t = useText(text)
  const name = <span className="cut">{head.code}{head.folded ? null : ` ${head.title}`}</span>
  if (!head.foldable) return <span className="matrix-fold">{name}</span>
  return (
    <button type="button" className="plain matrix-fold" aria-expanded={!head.folded} aria-label={head.folded ? t.unfold(head.title) : t.fold(head.title)} title={head.title} onClick={() => onFold(head.id)}>
      <Icon name={head.folded ? 'right' : 'down'} className="icon-12 third" />{name}
    </button>
  )
}

function SortButton({ column, name, sort, onSort, children }: { column: Column; name: string; sort: Sort | undefined; onSort: Props['onSort']; children: React.ReactNode }) {
  const t = useText(text)
  const mine = sort?.column === column.id ? sort.direction : undefined
  const next: Sort | undefined = mine === undefined ? { column: column.id, direction: 'best' } : mine === 'best' ? { column: column.id, direction: 'worst' } : undefined
  return (
    <button type="button" className="plain matrix-sort" onClick={() => onSort(next)} aria-label={`${t.sortBy(name)}${mine ? t.inBrackets(mine === 'best' ? t.sortBest : t.sortWorst) : ''}`}>
      {children}{mine ? <Icon name={mine === 'best' ? 'down' : 'up'} className="icon-12 is-accent matrix-sorted" /> : null}
    </button>
  )
}

function ariaSort(sort: Sort | undefined, column: string): 'ascending' | 'descending' | 'none' {
  return sort?.column !== column ? 'none' : sort.direction === 'best' ? 'descending' : 'ascending'
}
