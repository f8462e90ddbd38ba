import type { Element } from '../../schemas/index.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import { compileRule } from '../rule/rule.ts'
import { finding, placeOf, type Check, type Finding } from './finding.ts'
import { mixedIn, declaredOtherwise } from './units.ts'

/** Columns that are worked out: no other rule need read them, so what is wrong with one is found here. */
export const columns: Check = ({ compiled }) => {
  const seen = new Set<string>()
  return compiled.points.flatMap((point) => point.fields.flatMap(({ id, schema }) =>
    Object.entries(schema.items?.properties ?? {}).flatMap(([column, own]): Finding[] => {
      const path = `${placeOf(compiled, point, id)}/items/properties/${column}/x-calculation`
      if (own['x-calculation'] === undefined || seen.has(path)) return []
      seen.add(path)
      return found(compiled, point, id, column, own, path)
    })))
}

function found(compiled: Compiled, point: PointInfo, table: string, column: string, own: Element, path: string): Finding[] {
  const { rule, issues } = compileRule({ map: [{ var: table }, { var: column }] }, compiled.scope, { path })
  const [, node] = rule?.node.parts ?? []
  // Their places lie in a rule that stands nowhere in the document.
  const within = [...issues, ...(node ? mixedIn(compiled, node, point) : [])].map(({ code, severity, params }) => finding(code, severity, path, point, params))
  return [...within, ...(node ? declaredOtherwise(node, own['x-unit'], path, point) : [])]
}
