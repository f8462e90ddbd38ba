import type { Compiled, PointInfo } from '../compiled.ts'
import { finding, nodesOf, type Check, type Role } from './finding.ts'
import type { Node, Variable } from '../rule/contract.ts'

/**
 * A field a level depends on that nobody is asked to fill in: without it the level stays open for ever. A field is
 * asked for where it is required, or required on a condition, or shown on one.
 */
export const absent: Check = ({ compiled, rules }) => {
  const asked = new Set<string>()
  for (const point of compiled.points) for (const field of point.fields) if (field.required || field.requiredIf || field.visibleIf) asked.add(field.id)
  const seen = new Set<string>()
  return rules.filter(({ role }) => role === 'criterion' || role === 'value' || role === 'limit' || role === 'score').flatMap((role) =>
    fieldsBehind(role, compiled).filter((id) => !asked.has(id) && !tolerated(role, id) && !seen.has(`${role.point?.id}:${id}`) && seen.add(`${role.point?.id}:${id}`)).map((id) =>
      finding('lint.absent', 'warning', role.rule.node.path, role.point, { name: compiled.fields.get(id)?.schema.title ?? id }, { related: [`${role.point?.pointer ?? ''}/schema/properties/${id}`], reproduction: { [id]: null }, ...fixFor(role.point, id) })))
}

function fixFor(point: PointInfo | undefined, id: string): { fix?: { title: string; edits: { path: string; value: unknown }[] } } {
  if (!point || !Object.hasOwn(point.point.schema.properties, id)) return {}
  return { fix: { title: id, edits: [{ path: `${point.pointer}/schema/required`, value: [...(point.point.schema.required ?? []), id] }] } }
}

/** Fields a rule reads, through calculations. */
function fieldsBehind({ rule }: Role, compiled: Compiled): string[] {
  const found = new Set<string>()
  const visited = new Set<Variable>()
  const look = (one: { node: Node }): void => {
    for (const { variable, operator } of nodesOf(one.node)) {
      if (operator?.name === 'missing' || !variable || visited.has(variable)) continue
      visited.add(variable)
      if (variable.rule) look(variable.rule)
      else if (compiled.fields.has(variable.path)) found.add(variable.path)
    }
  }
  look(rule)
  return [...found]
}

/** Read with a default, or asked for by `missing`: its absence is dealt with. */
function tolerated({ rule }: Role, id: string): boolean {
  const text = JSON.stringify(rule.source)
  return text.includes(`{"var":["${id}",`) || new RegExp(`"missing(_some)?":[^}]*"${id}"`).test(text) || text.includes('"??"')
}
