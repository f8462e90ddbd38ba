import type { Compiled, PointInfo } from '../compiled.ts'
import { rowWise } from '../formula/names.ts'
import { finding, placeOf, type Check, type Finding, type Role } from './finding.ts'
import { answersTo, witness } from './witness.ts'
import type { Node, Variable } from '../rule/contract.ts'

const deciding = new Set<Role['role']>(['criterion', 'value', 'limit', 'score'])

/**
 * A field a level depends on that nobody is asked to fill in: without it the level stays open for ever. A field is
 * asked for where it is required, or required on a condition, or shown on one. The finding comes with answers to
 * everything else under which the level stays open; where there are none the field is never missed.
 */
export const absent: Check = ({ compiled, rules }) => {
  const asked = new Set<string>()
  for (const point of compiled.points) for (const field of point.fields) if (field.required || field.requiredIf || field.visibleIf) asked.add(field.id)
  const seen = new Set<string>()
  return rules.filter(({ role }) => deciding.has(role)).flatMap((role) =>
    missedBy(role.rule.node, compiled).filter((id) => !asked.has(id) && !seen.has(`${role.point?.id}:${id}`) && seen.add(`${role.point?.id}:${id}`)).flatMap((id) => (id.includes('.') ? missedCells(compiled, role, id) : missed(compiled, role, id))))
}

function missed(compiled: Compiled, { point, rule }: Role, id: string): Finding[] {
  if (!point) return []
  const found = witness(compiled, point, [], [], (open) => {
    open.judge(point.rubric.levels[0]?.id)
    if (open.outcome().possible.length > 1) return true
    const truths = point.rubric.criteria.map((one) => one.rule && open.truth(one.rule.node))
    return !truths.includes(true) && truths.includes(undefined)
  }, { without: id, most: 100 })
  if (found === 'none') return []
  const nodes = [...point.rubric.criteria.map((one) => one.rule), ...point.rubric.limits.map((one) => one.rule), point.rubric.bands?.value, point.rubric.score].flatMap((one) => one?.node ?? [])
  return [finding('lint.absent', 'warning', rule.node.path, point, { name: compiled.fields.get(id)?.schema.title ?? id }, { related: [`${point.pointer}/schema/properties/${id}`], ...(found !== 'unknown' && { reproduction: { ...answersTo(found.answers, nodes), [id]: null } }), ...fixFor(point, id) })]
}

function fixFor(point: PointInfo, id: string): { fix?: { title: string; edits: { path: string; value: unknown }[] } } {
  if (!Object.hasOwn(point.point.schema.properties, id)) return {}
  return { fix: { title: id, edits: [{ path: `${point.pointer}/schema/required`, value: [...(point.point.schema.required ?? []), id] }] } }
}

/** A column whose cells nobody must fill in: one that is empty leaves the level open. */
function missedCells(compiled: Compiled, { point, rule }: Role, id: string): Finding[] {
  const [table = '', column = ''] = id.split('.')
  const schema = compiled.fields.get(table)?.schema
  const own = schema?.items?.properties?.[column]
  if (!point || !own || schema.items?.required?.includes(column) || schema['x-rows']?.every((row) => column in row)) return []
  const place = placeOf(compiled, point, table)
  return [finding('lint.absentCell', 'warning', rule.node.path, point, { name: schema.title, column: own.title }, { related: [`${place}/items/properties/${column}`], fix: { title: own.title, edits: [{ path: `${place}/items/required`, value: [...(schema.items?.required ?? []), column] }] } })]
}

/** The table whose rows a list holds. */
const tableIn = ({ variable, type, operator, parts }: Node): string | undefined =>
  variable && type.kind === 'table' ? variable.path : operator?.name === 'filter' && parts[0] ? tableIn(parts[0]) : undefined

/** Fields a rule reads, and columns as `table.column`, through calculations, without saying what holds where they are absent. */
function missedBy(root: Node, compiled: Compiled): string[] {
  const found = new Set<string>()
  const visited = new Set<Variable>()
  const look = (node: Node, rows: ReadonlyMap<number, string>): void => {
    const { variable, operator, parts } = node
    if (operator?.name === 'missing' || operator?.name === 'missing_some') return
    // A default, or the last of several, says what holds where the others are absent.
    const tolerant = (operator?.name === 'var' || operator?.name === '??') && parts.length > 1
    const table = rowWise.has(operator?.name ?? '') && parts[0] ? tableIn(parts[0]) : undefined
    const inner = table === undefined ? rows : new Map([...rows, [node.depth, table]])
    for (const part of tolerant ? parts.slice(-1) : parts) look(part, part === parts[0] ? rows : inner)
    if (node.kind === 'item' && node.key !== undefined && rows.has(node.depth)) found.add(`${rows.get(node.depth) ?? ''}.${node.key}`)
    if (!variable || visited.has(variable)) return
    visited.add(variable)
    if (variable.rule) look(variable.rule.node, new Map())
    else if (compiled.fields.has(variable.path)) found.add(variable.path)
  }
  look(root, new Map())
  return [...found]
}
