import type { Element, Issue } from '../../schemas/index.ts'

const longest = 100_000
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a value is not of its element's type at all. Ranges, decimals and patterns are judged by the engine, so that a half-typed value can be kept. */
export function misshapen(id: string, element: Element, value: unknown): Issue[] {
  return [...walk(`/answers/${id}`, element, value)]
}

function* walk(path: string, element: Element, value: unknown): Generator<Issue> {
  if (value === null) return
  if (element.type === 'array') {
    if (!Array.isArray(value) || value.length > (element.maxItems ?? 1000)) return yield wrong(path, 'array')
    for (const [index, item] of value.entries()) {
      if (element.items?.type !== 'object') {
        if (typeof item !== 'string' || item.length > longest) yield wrong(`${path}/${index}`, 'string')
      } else if (!isRecord(item)) yield wrong(`${path}/${index}`, 'object')
      else yield* row(`${path}/${index}`, element.items.properties ?? {}, item)
    }
    return
  }
  const fits = element.type === 'boolean' ? typeof value === 'boolean' : element.type === 'string' ? typeof value === 'string' && value.length <= longest : typeof value === 'number'
  if (!fits) yield wrong(path, element.type)
}

function* row(path: string, columns: Record<string, Element>, item: Record<string, unknown>): Generator<Issue> {
  for (const [name, cell] of Object.entries(item)) {
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined
    if (!column || column['x-calculation'] !== undefined) yield { code: 'answer.column', severity: 'error', path: `${path}/${name}`, params: { column: name } }
    else yield* walk(`${path}/${name}`, column, cell)
  }
}

function wrong(path: string, expected: string): Issue {
  return { code: 'answer.type', severity: 'error', path, params: { expected } }
}
