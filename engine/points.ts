import type { Check, EvaluationPoint, Framework, Issue, LayoutItem, Rule } from '../schemas/index.ts'
import type { CalculationInfo, CompiledCheck, CompiledRequirement, FieldInfo, PointInfo } from './compiled.ts'
import { issue } from './issue.ts'
import { fieldsOf } from './names.ts'
import { compileRubric } from './rubric/compile.ts'
import { sharedOf, type SharedTables } from './rubric/shared.ts'
import { compileRule, type CompiledRule } from './rule/rule.ts'
import type { TreeNode } from './tree.ts'
import type { Scope, Variable } from './rule/contract.ts'

/** The path under which the number of pieces of evidence of one requirement is kept. */
export const evidencePath = (point: string, requirement: string): string => `evidence.${point}.${requirement}`

/** The scope of a point: everything global, and its own evidence under `evidence.<requirement>`. */
export function pointScope(scope: Scope, point: EvaluationPoint): Scope {
  const own = new Map((point.evidence ?? []).map(({ id }) => [`evidence.${id}`, evidencePath(point.id, id)]))
  return {
    variable: (path) => scope.variable(own.get(path) ?? (path.startsWith('evidence.') ? '' : path)),
    *names() {
      for (const name of scope.names()) if (!name.startsWith('evidence.')) yield name
      yield* own.keys()
    },
  }
}

/** Compiles one evaluation point; `calculations` are those that belong to it, `calculated` the slots of all of them, `earlier` what is known to be wrong with it, `tables` the outcomes points share. */
export function compilePoint(node: TreeNode, framework: Framework, scope: Scope, calculations: readonly CalculationInfo[], calculated: ReadonlySet<number>, earlier: readonly Issue[], tables: SharedTables): PointInfo {
  const point = node.point as EvaluationPoint
  const { pointer } = node
  const issues: Issue[] = []
  const rule = (source: Rule | undefined, path: string): CompiledRule | undefined => {
    if (source === undefined) return undefined
    const made = compileRule(source, scope, { expect: 'boolean', path: `${pointer}${path}` })
    issues.push(...made.issues.map((one) => ({ ...one, point: point.id })))
    return made.rule
  }
  /** Visibility is settled before any calculation, so it may not read one. */
  const visibility = (source: Rule | undefined, path: string): CompiledRule | undefined => {
    const made = rule(source, path)
    const late = made?.reads.find((slot) => calculated.has(slot))
    if (late !== undefined) issues.push(issue('reference.order', 'error', `${pointer}${path}`, undefined, point.id))
    return late === undefined ? made : undefined
  }
  const fields = arranged(point, fieldsOf(point, framework, pointer, issues), scope, { rule, visibility, pointer, issues })
  const visibleIf = visibility(point.visibleIf, '/visibleIf')
  const checks = (point.checks ?? []).map((check, i): CompiledCheck => {
    const made = rule(check.rule, `/checks/${i}/rule`)
    return { check, issue: checkIssue(check, point.id), ...(made && { rule: made }) }
  })
  const evidence = (point.evidence ?? []).flatMap((requirement, i): CompiledRequirement[] => {
    const requiredIf = rule(requirement.requiredIf, `/evidence/${i}/requiredIf`)
    const variable = scope.variable(`evidence.${requirement.id}`)
    return variable ? [{ requirement, variable, ...(requiredIf && { requiredIf }) }] : []
  })
  const rubric = compileRubric(point.rubric, framework, scope, `${pointer}/rubric`, point.id, issues)
  const known = [...earlier, ...issues]
  const shared = known.some(({ severity }) => severity === 'error') ? undefined : sharedOf(rubric, tables)
  const path: string[] = []
  for (let above = node.parent; above?.kind === 'indicator'; above = above.parent) path.unshift(above.id)
  return {
    id: point.id, index: node.index, code: point.code, title: point.title, path, pointer, point, fields, calculations, checks, evidence, rubric,
    ...(visibleIf && { visibleIf }),
    ...(shared && { shared }),
    demanding: fields.filter(isDemanding), issues: known,
  }
}

interface Tools {
  rule(source: Rule | undefined, path: string): CompiledRule | undefined
  visibility(source: Rule | undefined, path: string): CompiledRule | undefined
  pointer: string
  issues: Issue[]
}

/** Fields in layout order, those the layout does not mention behind. */
function arranged(point: EvaluationPoint, fields: ReturnType<typeof fieldsOf>, scope: Scope, tools: Tools): FieldInfo[] {
  const required = new Set(point.schema.required ?? [])
  for (const [i, id] of (point.schema.required ?? []).entries()) {
    if (!fields.some((field) => field.id === id)) tools.issues.push(issue('reference.field', 'error', `${tools.pointer}/schema/required/${i}`, { name: id }, point.id))
  }
  const info = (field: (typeof fields)[number], item: LayoutItem | undefined, index: number, heading: string | undefined): FieldInfo[] => {
    const variable: Variable | undefined = scope.variable(field.id)
    if (!variable) return []
    const visibleIf = tools.visibility(item?.visibleIf, `/layout/${index}/visibleIf`)
    const requiredIf = tools.rule(item?.requiredIf, `/layout/${index}/requiredIf`)
    return [{
      id: field.id, schema: field.schema, variable, required: required.has(field.id), shared: field.shared, previous: field.schema['x-previous'] === true,
      ...(visibleIf && { visibleIf }), ...(requiredIf && { requiredIf }), ...(heading !== undefined && { heading }),
    }]
  }
  const placed: FieldInfo[] = []
  const seen = new Set<string>()
  let heading: string | undefined
  for (const [i, item] of (point.layout ?? []).entries()) {
    if (item.heading !== undefined) heading = item.heading
    if (item.field === undefined) continue
    const field = fields.find(({ id }) => id === item.field)
    if (!field || seen.has(item.field)) {
      tools.issues.push(issue(field ? 'reference.twice' : 'reference.field', 'error', `${tools.pointer}/layout/${i}/field`, { name: item.field }, point.id))
      continue
    }
    seen.add(field.id)
    placed.push(...info(field, item, i, heading))
    heading = undefined
  }
  for (const field of fields) if (!seen.has(field.id)) placed.push(...info(field, undefined, -1, undefined))
  return placed
}

const checkIssue = ({ id, severity, message, fields = [] }: Check, point: string): Issue =>
  issue(`check.${severity}`, severity, `/answers/${fields[0] ?? ''}`, { id, message, fields }, point)

/** Whether an answer of the right type can still be missing or wrong. */
function isDemanding({ schema, required, requiredIf }: FieldInfo): boolean {
  return required || requiredIf !== undefined || schema.type === 'array' || schema.minLength !== undefined || schema.maxLength !== undefined || schema.pattern !== undefined
}
