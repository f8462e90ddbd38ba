import type { Issue } from '../../schemas/index.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import type { CompiledRule } from '../rule/rule.ts'
import type { Node } from '../rule/contract.ts'

/** A value to put at a place of the document; undefined removes what is there. */
export interface FixEdit { path: string; value?: unknown }

/** Something a document can be better without. An issue with, where they exist, a way to mend it and an input that shows it. */
export interface Finding extends Issue {
  /** Other places that take part. */
  related?: string[]
  /** Edits that mend it; `applyFix` applies them. */
  fix?: { title: string; edits: FixEdit[] }
  /** Values of names under which the defect shows. */
  reproduction?: Record<string, unknown>
}

/** A rule with the role it plays. */
export interface Role {
  rule: CompiledRule
  point: PointInfo | undefined
  role: 'visibleIf' | 'requiredIf' | 'calculation' | 'check' | 'value' | 'end' | 'criterion' | 'score' | 'limit'
}

/** Everything a check looks at. */
export interface Subject { compiled: Compiled; rules: readonly Role[] }

/** One kind of defect. */
export type Check = (subject: Subject) => Finding[]

export const finding = (code: string, severity: Issue['severity'], path: string, point: PointInfo | undefined, params: Record<string, unknown> = {}, more: Partial<Finding> = {}): Finding => ({
  code, severity, path, params, ...(point && { point: point.id }), ...more,
})

/** Where a field of a point is defined. */
export const placeOf = (compiled: Compiled, point: PointInfo, field: string): string =>
  Object.hasOwn(compiled.framework.elements, field) ? `/elements/${field}` : `${point.pointer}/schema/properties/${field}`

/** The keys of a JSON Pointer. */
export const keysIn = (path: string): string[] => path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands at a JSON Pointer. */
export const valueAt = (value: unknown, path: string): unknown => keysIn(path).reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined), value)

/** Every node of a rule, outermost first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const part of node.parts) yield* nodesOf(part)
}

/** Every rule of a compiled framework. */
export function rulesOf(compiled: Compiled): Role[] {
  const found: Role[] = []
  for (const point of compiled.points) {
    const add = (rule: CompiledRule | undefined, role: Role['role']): void => void (rule && found.push({ rule, point, role }))
    add(point.visibleIf, 'visibleIf')
    for (const field of point.fields) {
      add(field.visibleIf, 'visibleIf')
      add(field.requiredIf, 'requiredIf')
    }
    for (const { rule } of point.calculations) add(rule, 'calculation')
    for (const { rule } of point.checks) add(rule, 'check')
    for (const { requiredIf } of point.evidence) add(requiredIf, 'requiredIf')
    add(point.rubric.bands?.value, 'value')
    for (const end of point.rubric.bands?.ends ?? []) add(end, 'end')
    for (const { rule } of point.rubric.criteria) add(rule, 'criterion')
    add(point.rubric.score, 'score')
    for (const { rule } of point.rubric.limits) add(rule, 'limit')
  }
  return found
}

const keys = new WeakMap<Node, string>()

/** A node as a text that is the same for the same rule. */
export function keyOf(node: Node): string {
  const known = keys.get(node)
  if (known !== undefined) return known
  const key = written(node)
  keys.set(node, key)
  return key
}

function written(node: Node): string {
  if (node.variable) return `$${node.variable.path}`
  if (node.kind === 'constant') return JSON.stringify(node.constant, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)) ?? 'null'
  if (node.kind === 'item') return `@${node.depth}.${node.key ?? ''}`
  return `${node.operator?.name ?? ''}(${node.parts.map(keyOf).join(',')})`
}
