import { Validator } from '@cfworker/json-schema'
import type { Issue } from '../schemas/index.ts'
import cycleSchema from '../schemas/cycle.schema.json' with { type: 'json' }
import frameworkSchema from '../schemas/framework.schema.json' with { type: 'json' }
import outcomeSchema from '../schemas/outcome.schema.json' with { type: 'json' }
import procedureSchema from '../schemas/procedure.schema.json' with { type: 'json' }
import ruleSchema from '../schemas/rule.schema.json' with { type: 'json' }
import submissionSchema from '../schemas/submission.schema.json' with { type: 'json' }
import { issue, segment } from './issue.ts'
import { linear } from './pattern.ts'

export type DocumentKind = 'framework' | 'cycle' | 'procedure' | 'submission' | 'outcome'

/** Limits every document keeps before anything else looks at it. */
export const documentLimits = { depth: 130, nodes: 400_000, text: 100_000, issues: 200 } as const

const schemas = { framework: frameworkSchema, cycle: cycleSchema, procedure: procedureSchema, submission: submissionSchema, outcome: outcomeSchema }
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const validators = new Map<DocumentKind, Validator>()

/**
 * What is wrong with a document's form: too deep or too large, forbidden names, and what its JSON Schema forbids, each
 * with a JSON Pointer. At most 200 issues; an empty list means every other function of the engine may be given it.
 */
export function validate(kind: DocumentKind, document: unknown): Issue[] {
  const bounds = within(document)
  if (bounds.length > 0) return bounds
  const issues: Issue[] = []
  const seen = new Set<string>()
  for (const error of validatorOf(kind).validate(document).errors) {
    if (containers.has(error.keyword) || seen.has(error.instanceLocation)) continue
    seen.add(error.instanceLocation)
    issues.push(issue(`document.${known.has(error.keyword) ? error.keyword : 'form'}`, 'error', pointerOf(error.instanceLocation), { ...detail(error.error) }))
    if (issues.length >= documentLimits.issues) break
  }
  if (kind === 'framework' && issues.length === 0) issues.push(...patterns(document))
  return issues
}

const containers = new Set(['properties', 'items', 'additionalProperties', '$ref', 'allOf', 'anyOf', 'oneOf', 'propertyNames', 'if', 'then', 'else'])
const known = new Set(['type', 'required', 'enum', 'const', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'format'])
const pointerOf = (location: string): string => (location === '#' ? '' : decodeURIComponent(location.slice(1)))
const detail = (text: string): Record<string, unknown> => {
  const name = /"([^"]{1,100})"/.exec(text)?.[1]
  return name === undefined ? {} : { name }
}

function validatorOf(kind: DocumentKind): Validator {
  const made = validators.get(kind)
  if (made) return made
  const validator = new Validator(structuredCopy(schemas[kind]), '2020-12', false)
  for (const schema of [ruleSchema, ...Object.values(schemas)]) if (schema !== schemas[kind]) validator.addSchema(structuredCopy(schema))
  validators.set(kind, validator)
  return validator
}

const structuredCopy = (schema: object): never => JSON.parse(JSON.stringify(schema)) as never

/** Depth, size and names, without recursion: this is what protects every recursive walk that follows. */
function within(document: unknown): Issue[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return [issue('document.type', 'error', '', { expected: 'object' })]
  let count = 0
  let level: { value: unknown; path: string }[] = [{ value: document, path: '' }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > documentLimits.depth) return [issue('limit.depth', 'error', level[0]?.path ?? '', { limit: documentLimits.depth })]
    const next: typeof level = []
    for (const { value, path } of level) {
      if (++count > documentLimits.nodes) return [issue('limit.size', 'error', path, { limit: documentLimits.nodes })]
      if (typeof value === 'string' && value.length > documentLimits.text) return [issue('limit.text', 'error', path, { limit: documentLimits.text })]
      if (typeof value === 'number' && !Number.isFinite(value)) return [issue('document.number', 'error', path)]
      if (typeof value !== 'object' || value === null) continue
      if (count + Object.keys(value).length > documentLimits.nodes) return [issue('limit.size', 'error', path, { limit: documentLimits.nodes })]
      for (const [key, item] of Object.entries(value)) {
        if (forbidden.has(key)) return [issue('document.name', 'error', `${path}/${segment(key)}`, { name: key })]
        next.push({ value: item, path: `${path}/${segment(key)}` })
      }
    }
    level = next
  }
  return []
}

/** Patterns an author wrote, wherever elements and columns stand. */
function patterns(document: unknown, path = ''): Issue[] {
  if (typeof document !== 'object' || document === null) return []
  const found: Issue[] = []
  for (const [key, value] of Object.entries(document)) {
    const own = `${path}/${segment(key)}`
    if (key === 'pattern' && typeof value === 'string') {
      const reason = linear(value)
      if (reason !== undefined) found.push(issue('document.patternUnsafe', 'error', own, { reason }))
    } else if (key !== 'rule' && key !== 'answers') found.push(...patterns(value, own))
  }
  return found
}
