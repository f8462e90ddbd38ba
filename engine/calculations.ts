import type { Calculation, Issue } from '../schemas/index.ts'
import type { CalculationInfo } from './compiled.ts'
import { crowded, issue } from './issue.ts'
import { columnsOf, needsOf } from './needs.ts'
import { compileRule } from './rule/rule.ts'
import { walk, type TreeNode } from './tree.ts'
import type { Column } from './rule/type.ts'
import type { Scope } from './rule/contract.ts'

interface Found { id: string; point: string; pointer: string; calculation: Calculation; needs: ReadonlySet<string> }

/** Compiles every calculation, each after those it reads; those in a circle are reported and have no rule. */
export function compileCalculations(root: TreeNode, scopeOf: (point: string) => Scope, issues: Issue[]): CalculationInfo[] {
  const found = new Map<string, Found>()
  for (const { point, pointer } of walk(root)) {
    for (const [id, calculation] of Object.entries(point?.calculations ?? {})) {
      const own = `${pointer}/calculations/${id}`
      if (found.has(id)) issues.push(issue('reference.twice', 'error', own, { name: id }, point?.id))
      else found.set(id, { id, point: point?.id ?? '', pointer: own, calculation, needs: new Set() })
    }
  }
  const known: Known = new Map()
  for (const one of found.values()) one.needs = needsOf(one.calculation.rule, (name) => tableOf(name, scopeOf(one.point), found, known))
  return ordered(found, issues).flatMap(({ id, point, pointer, calculation }) => {
    if (crowded(issues)) return []
    const scope = scopeOf(point)
    const variable = scope.variable(id)
    if (!variable) return []
    const made = compileRule(calculation.rule, scope, { path: `${pointer}/rule` })
    issues.push(...made.issues.map((one) => ({ ...one, point })))
    if (made.rule && variable.type.kind === 'nothing') {
      variable.type = calculation.unit !== undefined && made.rule.type.kind === 'number' ? { ...made.rule.type, unit: calculation.unit } : made.rule.type
      variable.rule = made.rule
    }
    return [{
      id, point, title: calculation.title, variable, pointer,
      ...(calculation.unit !== undefined && { unit: calculation.unit }), ...(calculation.decimals !== undefined && { decimals: calculation.decimals }),
      ...(made.rule && { rule: made.rule }),
    }]
  })
}

type Known = Map<string, readonly Column[] | undefined>

/** The columns behind a name: of a table that is filled in, or of a calculation that picks rows of one, which is looked at once. */
function tableOf(name: string, scope: Scope, found: ReadonlyMap<string, Found>, known: Known): readonly Column[] | undefined {
  const type = scope.variable(name)?.type
  if (type?.kind === 'table') return type.columns
  const calculation = found.get(name)?.calculation
  if (!calculation || known.has(name)) return known.get(name)
  known.set(name, undefined)
  const columns = columnsOf(calculation.rule, (inner) => tableOf(inner, scope, found, known))
  known.set(name, columns)
  return columns
}

/** How many calculations may rest on each other, one after the other. */
const chainLimit = 100

/** Dependency order; the members of a circle are named in the issue and left out, and so is what rests on too many others. */
function ordered(found: ReadonlyMap<string, Found>, issues: Issue[]): Found[] {
  const done: Found[] = []
  const state = new Map<string, 'open' | 'done' | 'circle'>()
  const lengths = new Map<string, number>()
  const tooLong = ({ id, pointer, point }: Found): false => {
    issues.push(issue('reference.chain', 'error', `${pointer}/rule`, { limit: chainLimit }, point))
    state.set(id, 'circle')
    return false
  }
  const visit = (id: string, trail: readonly string[]): boolean => {
    const one = found.get(id)
    if (!one || state.get(id) === 'done') return true
    if (state.get(id) === 'circle') return false
    if (state.get(id) === 'open') {
      const circle = trail.slice(trail.indexOf(id))
      issues.push(issue('reference.cycle', 'error', `${one.pointer}/rule`, { names: circle }, one.point))
      for (const member of circle) state.set(member, 'circle')
      return false
    }
    if (trail.length >= chainLimit) return tooLong(one)
    state.set(id, 'open')
    const sound = [...one.needs].map((name) => visit(name, [...trail, id])).every(Boolean)
    if (state.get(id) === 'circle') return false
    const length = [...one.needs].reduce((most, name) => Math.max(most, lengths.get(name) ?? 0), 0) + 1
    if (length > chainLimit) return tooLong(one)
    lengths.set(id, length)
    state.set(id, sound ? 'done' : 'circle')
    if (sound) done.push(one)
    return sound
  }
  for (const id of found.keys()) visit(id, [])
  return done
}
