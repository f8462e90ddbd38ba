import type { Rule } from '../schemas/index.ts'
import { namesIn } from './names.ts'
import type { Column } from './rule/type.ts'

/** The columns a name brings with it, if it is a table. */
export type Tables = (name: string) => readonly Column[] | undefined

const overRows = new Set(['map', 'filter', 'all', 'some', 'none', 'reduce'])

/** The names a rule reads from outside its rows: a column hides what goes by the same name, one worked out reads for itself. */
export function needsOf(rule: Rule, tables: Tables): Set<string> {
  const found = new Set<string>()
  const worked = new Set<Column>()
  const look = (part: Rule, hidden: ReadonlySet<string>): void => {
    if (Array.isArray(part)) return part.forEach((one) => look(one, hidden))
    if (typeof part !== 'object' || part === null) return
    for (const [operator, operand] of Object.entries(part)) {
      const args = Array.isArray(operand) ? operand : [operand]
      const [list = null, body = null, ...rest] = args
      const names = operator === 'var' ? (typeof list === 'string' ? [list] : []) : operator === 'missing' || operator === 'missing_some' ? namesIn({ [operator]: operand }) : []
      for (const name of names) if (!hidden.has(name)) found.add(name)
      const columns = overRows.has(operator) ? columnsOf(list, tables) : undefined
      if (columns) {
        look([list, ...rest], hidden)
        inside(body, columns, new Set([...hidden, ...columns.flatMap(({ id }) => [id, `current.${id}`]), 'current', 'accumulator']))
      } else look(args, hidden)
    }
  }
  const inside = (body: Rule, columns: readonly Column[], hidden: ReadonlySet<string>): void => {
    look(body, hidden)
    const names = namesIn(body)
    for (const column of columns) {
      if (column.calculation === undefined || worked.has(column) || !(names.has(column.id) || names.has(`current.${column.id}`))) continue
      worked.add(column)
      inside(column.calculation, columns, hidden)
    }
  }
  look(rule, new Set())
  return found
}

/** The columns of the rows a list is made of. */
export function columnsOf(list: Rule, tables: Tables): readonly Column[] | undefined {
  if (typeof list !== 'object' || list === null || Array.isArray(list)) return undefined
  for (const [operator, operand] of Object.entries(list)) {
    const args = Array.isArray(operand) ? operand : [operand]
    const [first = null] = args
    if (operator === 'var') return typeof first === 'string' ? tables(first) : undefined
    if (operator === 'filter') return columnsOf(first, tables)
    if (operator === 'merge' || operator === '??' || operator === 'if' || operator === '?:') for (const arg of args) {
      const columns = columnsOf(arg, tables)
      if (columns) return columns
    }
  }
  return undefined
}
