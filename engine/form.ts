import { Validator, type OutputUnit } from '@cfworker/json-schema'
import type { Issue } from '../schemas/index.ts'
import cycleSchema from '../schemas/cycle.schema.json' with { type: 'json' }
import frameworkSchema from '../schemas/framework.schema.json' with { type: 'json' }
import outcomeSchema from '../schemas/outcome.schema.json' with { type: 'json' }
import procedureSchema from '../schemas/procedure.schema.json' with { type: 'json' }
import submissionSchema from '../schemas/submission.schema.json' with { type: 'json' }
import { issue, segment } from './issue.ts'

export type DocumentKind = 'framework' | 'cycle' | 'procedure' | 'submission' | 'outcome'

const schemas = { framework: frameworkSchema, cycle: cycleSchema, procedure: procedureSchema, submission: submissionSchema, outcome: outcomeSchema }
/** Rules are checked where they are compiled, part by part and within limits of their own. */
const anyRule = { $id: 'rule.schema.json' }

/** Values looked at again to name every place of a part that is wrong somewhere. */
const second = 10_000

/**
 * What a document's JSON Schema forbids. The document is looked at part by part; one that is not right is looked at again for
 * every place where it is not, as long as it and those before are small: a hostile document costs little more than one pass.
 */
export function formIssues(kind: DocumentKind, document: object, most: number): Issue[] {
  const frame = errorsOf(validatorOf(kind, '', false), hollow(kind, document))
  if (!frame) return [issue('limit.size', 'error', '', { limit: second })]
  const found = issuesOf(frame.filter(({ instanceLocation, keywordLocation }) => !within(kind, document, instanceLocation) || keywordLocation.includes('/propertyNames')), '', most)
  let budget = second
  for (const { schema, path, value } of partsOf(kind, document)) {
    if (found.length >= most || budget <= 0) break
    let errors = errorsOf(validatorOf(kind, schema, true), value)
    if (!errors) found.push(issue('limit.size', 'error', path, { limit: second }))
    if (errors === undefined || errors.length === 0) continue
    const size = sizeOf(value, budget)
    if (size <= budget) errors = errorsOf(validatorOf(kind, schema, false), value) ?? errors
    budget -= Math.min(size, budget)
    found.push(...issuesOf(errors, path, most))
  }
  return found.slice(0, most)
}

/** What is wrong with a value; undefined where that is more than there is room for. */
function errorsOf(validator: Validator, value: unknown): readonly OutputUnit[] | undefined {
  try {
    return validator.validate(value).errors
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface Part { schema: string; path: string; value: unknown }

/** The members of the document's lists and collections, each with the place of its schema. */
function* partsOf(kind: DocumentKind, document: object): Generator<Part> {
  for (const [key, value] of Object.entries(document)) {
    const schema = collection(kind, key, value)
    if (schema !== undefined) for (const [own, item] of Object.entries(value as object)) yield { schema, path: `/${key}/${segment(own)}`, value: item }
  }
}

/** Where the schema of a collection's members stands; undefined for what is no collection. */
function collection(kind: DocumentKind, key: string, value: unknown): string | undefined {
  const properties = schemas[kind].properties as Record<string, { items?: unknown; additionalProperties?: unknown } | undefined>
  const own = Object.hasOwn(properties, key) ? properties[key] : undefined
  if (Array.isArray(value)) return typeof own?.items === 'object' ? `/properties/${key}/items` : undefined
  return typeof value === 'object' && value !== null && typeof own?.additionalProperties === 'object' ? `/properties/${key}/additionalProperties` : undefined
}

/** The document with nothing in the places of its collections' members. */
const hollow = (kind: DocumentKind, document: object): object =>
  Object.fromEntries(Object.entries(document).map(([key, value]: [string, unknown]) => [key, collection(kind, key, value) === undefined ? value : emptied(value as object)]))

const emptied = (value: object): object => (Array.isArray(value) ? value.map(() => null) : Object.fromEntries(Object.keys(value).map((key) => [key, null])))

/** Whether an error is about a member that `hollow` took away. */
function within(kind: DocumentKind, document: object, location: string): boolean {
  const [, key = '', member] = location.split('/')
  return member !== undefined && collection(kind, key, (document as Record<string, unknown>)[key]) !== undefined
}

const validators = new Map<string, Validator>()

function validatorOf(kind: DocumentKind, schema: string, stops: boolean): Validator {
  const key = `${kind}${schema}${stops ? '' : '*'}`
  const made = validators.get(key)
  if (made) return made
  const own = copied(schemas[kind])
  const validator = schema === '' ? new Validator(own, '2020-12', stops) : new Validator({ $ref: `${schemas[kind].$id}#${schema}` }, '2020-12', stops)
  if (schema !== '') validator.addSchema(own)
  validator.addSchema({ ...anyRule })
  for (const other of Object.values(schemas)) if (other !== schemas[kind]) validator.addSchema(copied(other))
  validators.set(key, validator)
  return validator
}

const copied = (schema: object): never => JSON.parse(JSON.stringify(schema)) as never

/** How many values there are, counted no further than needed. */
function sizeOf(value: unknown, enough: number): number {
  const open = [value]
  let count = 0
  for (let one = open.pop(); open.length > 0 || one !== undefined; one = open.pop()) {
    if (++count > enough) return count
    if (typeof one === 'object' && one !== null) for (const item of Object.values(one)) open.push(item)
  }
  return count
}

const containers = new Set(['properties', 'items', 'additionalProperties', '$ref', 'allOf', 'anyOf', 'oneOf', 'propertyNames', 'if', 'then', 'else'])
const spoken = new Set(['type', 'required', 'enum', 'const', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'maxProperties', 'format'])

/** One issue for every place, from the innermost of what the schema says about it. */
function issuesOf(errors: readonly OutputUnit[], path: string, most: number): Issue[] {
  const found = new Map<string, Issue>()
  for (const { keyword, instanceLocation, error } of errors) {
    if (containers.has(keyword) || found.has(instanceLocation)) continue
    const name = /"([^"]{1,100})"/.exec(error)?.[1]
    found.set(instanceLocation, issue(`document.${spoken.has(keyword) ? keyword : 'form'}`, 'error', path + pointerOf(instanceLocation), name === undefined ? {} : { name }))
    if (found.size >= most) break
  }
  return [...found.values()]
}

const pointerOf = (location: string): string => (location === '#' ? '' : decodeURIComponent(location.slice(1)))
