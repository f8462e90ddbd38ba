import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useSlice, useStore } from '../store/hooks.ts'
import type { Store } from '../store/contract.ts'
import type { TableBodyProps } from './tableProps.ts'
import { TableRowView } from './TableRowView.tsx'
import type { Column, TableRow } from './tableRows.ts'

const chunk = 40

/** The rows in groups; a group far from view shows plain text until it comes near. */
export function TableBody(props: TableBodyProps) {
  const groups = Math.max(1, Math.ceil(props.rows.length / chunk))
  return <>{Array.from({ length: groups }, (_, group) => <Group key={group} group={group} {...props} />)}</>
}

function Group({ group, rows, columns, point, field, ...rest }: TableBodyProps & { group: number }) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [near, setNear] = useState(group < 2 || typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const element = body.current
    if (near || !element) return
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: '600px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])
  const start = group * chunk
  return (
    <tbody ref={body}>
      {rows.slice(start, start + chunk).map((row, index) => <Line key={start + index} row={row} index={start + index} columns={columns} point={point} field={field} live={near} {...rest} />)}
    </tbody>
  )
}

const Line = memo(function Line({ row, index, columns, point, field, was, ...rest }: Omit<TableBodyProps, 'rows'> & { row: TableRow; index: number; live: boolean }) {
  const { lens } = useStore()
  const asked = useMemo(() => columns.flatMap(({ id }) => lens.column(point, field, id) ?? []).map((id) => `calc:${id}`), [lens, columns, point, field])
  const computed = useSlice(asked, (store) => cellsKey(store, point, field, columns, index))
  return <TableRowView row={row} index={index} columns={columns} point={point} field={field} computed={computed} was={was?.(row, index)} {...rest} />
})

/** The row's computed values as one string, so that a row renders again only when one of its own changed. */
function cellsKey(store: Store, point: string, field: string, columns: readonly Column[], index: number): string {
  let key = ''
  for (const { id, computed } of columns) {
    if (!computed) continue
    const list = store.calculation(store.lens.column(point, field, id) ?? '')
    const value: unknown = Array.isArray(list) ? list[index] : undefined
    key += `${value === undefined || value === null ? '' : JSON.stringify(value)}\u0000`
  }
  return key
}
