import type { Compiled } from './compiled.ts'
import type { Type } from './rule/type.ts'

/** A name that rules of a point may read. */
export interface NamedVariable {
  path: string
  title: string
  type: Type
  unit?: string
  kind: 'element' | 'calculation' | 'parameter' | 'previous' | 'unit' | 'cycle' | 'evidence' | 'peers'
  /** Columns of a table. */
  columns?: readonly { id: string; title: string }[]
  /** The field belongs to this point, or to another one. */
  own: boolean
}

const kinds: Readonly<Record<string, NamedVariable['kind']>> = { params: 'parameter', previous: 'previous', unit: 'unit', cycle: 'cycle', evidence: 'evidence', peers: 'peers' }

/** Every name a rule of a point may read, the point's own first. */
export function variablesOf(compiled: Compiled, pointId: string): NamedVariable[] {
  const point = compiled.point(pointId)
  const own = new Set([...(point?.fields ?? []).map(({ id }) => id), ...(point?.calculations ?? []).map(({ id }) => id)])
  const calculations = new Set(compiled.calculations.map(({ id }) => id))
  const found = compiled.layout.variables.flatMap(({ path, title, type, unit }): NamedVariable[] => {
    const [root = '', ...rest] = path.split('.')
    if (root === 'evidence' && rest[0] !== pointId) return []
    const stored = root === 'evidence' ? `evidence.${rest.slice(1).join('.')}` : path
    const kind = rest.length === 0 ? (calculations.has(path) ? 'calculation' : 'element') : (kinds[root] ?? 'element')
    return [{
      path: stored, title: title ?? rest.join('.'), type, kind, own: own.has(path) || root === 'evidence',
      ...(unit !== undefined && { unit }),
      ...(type.kind === 'table' && { columns: type.columns.map(({ id, title: column }) => ({ id, title: column })) }),
    }]
  })
  return found.toSorted((a, b) => Number(b.own) - Number(a.own))
}
