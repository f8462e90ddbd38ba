import type { Element, EvaluationPoint, Framework, Profile, Rule } from '../schemas/index.ts'
import { issue } from './issue.ts'
import type { Issue } from '../schemas/index.ts'
import { typeOf, type Type } from './rule/type.ts'
import type { Declaration } from './slots.ts'
import { walk, type TreeNode } from './tree.ts'

/** What a collection of a document holds under a name; never what every object has. */
export const owned = <T>(collection: Readonly<Record<string, T>>, id: string | undefined): T | undefined => (id !== undefined && Object.hasOwn(collection, id) ? collection[id] : undefined)

/** A field with the schema it resolves to and where it was found. */
export interface Field { id: string; schema: Element; shared: boolean; pointer: string }

/** The fields of a point in the order of its schema; references that lead nowhere are reported. */
export function fieldsOf(point: EvaluationPoint, framework: Framework, pointer: string, issues: Issue[]): Field[] {
  const fields: Field[] = []
  for (const [id, property] of Object.entries(point.schema.properties)) {
    const own = `${pointer}/schema/properties/${id}`
    if (!('$ref' in property)) {
      if (Object.hasOwn(framework.elements, id)) issues.push(issue('reference.twice', 'error', own, { name: id }, point.id))
      fields.push({ id, schema: property, shared: false, pointer: own })
      continue
    }
    const name = property.$ref.slice('#/elements/'.length)
    const element = elementOf(framework, property)
    if (!element) issues.push(issue('reference.element', 'error', own, { name }, point.id))
    else if (name !== id) issues.push(issue('reference.name', 'error', own, { name: id, element: name }, point.id))
    else fields.push({ id, schema: element, shared: true, pointer: `/elements/${id}` })
  }
  return fields
}

/** Every field of a framework by its id: the elements, then the fields points define for themselves. */
export function fieldsIn(framework: Framework): Map<string, Element> {
  const found = new Map(Object.entries(framework.elements))
  const walk = (nodes: Framework['indicators']): void => {
    for (const { children = [], evaluationPoints = [] } of nodes) {
      walk(children)
      for (const { schema } of evaluationPoints) for (const [id, field] of Object.entries(schema.properties)) if ('type' in field) found.set(id, field)
    }
  }
  walk(framework.indicators)
  return found
}

/** The element a field of a point is or refers to; undefined where the reference leads nowhere. */
export const elementOf = ({ elements }: Framework, field: EvaluationPoint['schema']['properties'][string]): Element | undefined =>
  '$ref' in field ? owned(elements, field.$ref.slice('#/elements/'.length)) : field

/** Everything a rule may name, before it has slots: elements, local fields, calculations, and the reserved roots. */
export function declarations(framework: Framework, profile: Profile, root: TreeNode): Map<string, Declaration> {
  const found = new Map<string, Declaration>()
  const add = (path: string, type: Type, title?: string, unit?: string, constant?: Declaration['constant']): void => {
    if (!found.has(path)) found.set(path, { path, type, ...(title !== undefined && { title }), ...(unit !== undefined && { unit }), ...(constant !== undefined && { constant }) })
  }
  const field = (id: string, schema: Element): void => {
    const type = typeOf(schema)
    add(id, type, schema.title, schema['x-unit'])
    add(`previous.${id}`, type, schema.title, schema['x-unit'])
  }
  for (const [id, element] of Object.entries(framework.elements)) field(id, element)
  for (const { point } of walk(root)) {
    if (!point) continue
    for (const [id, property] of Object.entries(point.schema.properties)) if ('type' in property) field(id, property)
    for (const [id, calculation] of Object.entries(point.calculations ?? {})) add(id, { kind: 'nothing' }, calculation.title, calculation.unit)
  }
  for (const [id, parameter] of Object.entries(framework.parameters)) {
    const override = profile.parameters?.[id]?.value
    const value = typeof override === typeof parameter.value ? (override ?? parameter.value) : parameter.value
    add(`params.${id}`, constantType(value, parameter.unit), parameter.title, parameter.unit, value)
  }
  for (const path of rootNames(framework)) {
    if (path.startsWith('unit.')) add(path, path === 'unit.id' || path === 'unit.title' ? { kind: 'text' } : { kind: 'boolean' })
    else if (path === 'cycle.year') add(path, { kind: 'number', integer: true, min: 2000, max: 2100 })
    else if (path === 'cycle.id') add(path, { kind: 'text' })
    else if (path.startsWith('peers.')) add(path, { kind: 'number' })
  }
  return found
}

function constantType(value: number | string | boolean, unit?: string): Type {
  if (typeof value === 'number') return { kind: 'number', ...(unit !== undefined && { unit }), min: value, max: value }
  return typeof value === 'boolean' ? { kind: 'boolean' } : { kind: 'text' }
}

/** Names under `unit`, `cycle` and `peers` that any rule of the framework reads. */
function rootNames(framework: Framework): Set<string> {
  const found = new Set<string>()
  const look = (value: object): void => {
    for (const key of Object.keys(value)) {
      const item = (value as Record<string, unknown>)[key]
      if (key === 'var') {
        const path: unknown = Array.isArray(item) ? item[0] : item
        if (typeof path === 'string' && /^(unit|cycle|peers)\./.test(path)) found.add(path)
      }
      if (typeof item === 'object' && item !== null) look(item)
    }
  }
  look(framework.indicators)
  return found
}

/** The names a rule mentions in `var`, without looking at scopes: columns of rows are among them. */
export function namesIn(rule: Rule, found = new Set<string>()): Set<string> {
  if (Array.isArray(rule)) for (const part of rule) namesIn(part, found)
  else if (typeof rule === 'object' && rule !== null) {
    for (const [operator, operand] of Object.entries(rule)) {
      const first = Array.isArray(operand) ? operand[0] : operand
      if (operator === 'var' && typeof first === 'string') found.add(first)
      if (operator === 'missing' || operator === 'missing_some') for (const name of JSON.stringify(operand).match(/[\w.]+/g) ?? []) found.add(name)
      namesIn(operand, found)
    }
  }
  return found
}
