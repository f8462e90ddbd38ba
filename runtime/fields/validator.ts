import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import { createErrorHandler, toErrorSchema, unwrapErrorHandler, validationDataMerge, type RJSFValidationError, type ValidatorType } from '@rjsf/utils'
import type { Element } from '../../schemas/index.ts'
import { readEntry, writeEntry } from '../entry.ts'
import type { Strings } from '../strings.zh.ts'
import { fill } from '../text.ts'

const interpreters = new WeakMap<object, Validator>()

/** An interpreter for a schema: no code is generated, so it works under a strict content security policy. */
function interpreterOf(schema: object): Validator {
  let found = interpreters.get(schema)
  if (!found) {
    found = new Validator(structuredClone(schema) as Schema, '2020-12', false)
    interpreters.set(schema, found)
  }
  return found
}

const containers = new Set(['properties', 'items', 'allOf', 'if', 'then', 'else', '$ref', 'prefixItems', 'additionalProperties'])
const leaves = (errors: readonly OutputUnit[]): OutputUnit[] => errors.filter(({ keyword }) => !containers.has(keyword))

/** What a value breaks of its element's definition, in words; an absent value breaks nothing. */
export function messagesOf(element: Element, value: unknown, t: Strings): string[] {
  if (value === undefined || value === null || value === '') return []
  const { title } = element
  const text = typeof value === 'string' ? value : typeof value === 'number' ? writeEntry(value) : ''
  if (element.type === 'number' || element.type === 'integer') {
    if (typeof value === 'string') return [numberProblem(element, value, t)]
    if (typeof value !== 'number') return [fill(t.vType, { title, kind: t.kindNumber, text })]
    const decimals = element['x-decimals']
    const part = writeEntry(value).split('.')[1] ?? ''
    if (element.type === 'integer' && part) return [fill(t.vType, { title, kind: t.kindInteger, text })]
    if (decimals !== undefined && part.length > decimals) return [decimals === 0 ? fill(t.vType, { title, kind: t.kindInteger, text }) : fill(t.vDecimals, { title, limit: decimals, text })]
  }
  const limits = plainLimits(element, value, t)
  if (limits) return limits
  if (element.items?.type === 'object') {
    // The cells are checked one by one against their columns.
    if (!Array.isArray(value)) return [fill(t.vType, { title, kind: t.kindList, text: shown(value) })]
    if (value.length < (element.minItems ?? 0)) return [fill(t.vMinItems, { title, limit: element.minItems ?? 0 })]
    return value.length > (element.maxItems ?? 1000) ? [fill(t.vMaxItems, { title, limit: element.maxItems ?? 1000 })] : []
  }
  const errors = leaves(interpreterOf(element).validate(value).errors)
  const first = errors[0]
  if (!first) return []
  const n = typeof value === 'string' ? Array.from(value).length : 0
  const limit = (at: number | undefined): string => (at === undefined ? '' : element.type === 'string' || element.type === 'array' ? String(at) : writeEntry(at))
  switch (first.keyword) {
    case 'type': return [fill(t.vType, { title, kind: kindOf(element, t), text: shown(value) })]
    case 'minimum': return [fill(t.vMinimum, { title, limit: limit(element.minimum), text })]
    case 'maximum': return [fill(t.vMaximum, { title, limit: limit(element.maximum), text })]
    case 'minLength': return [fill(t.vMinLength, { title, limit: limit(element.minLength), n })]
    case 'maxLength': return [fill(t.vMaxLength, { title, limit: limit(element.maxLength), n })]
    case 'pattern': return [fill(t.vPattern, { title, text })]
    case 'format': return [fill(t.vFormat, { title, text })]
    case 'oneOf': case 'const': case 'enum': return [fill(t.vOption, { title, text: shown(value) })]
    case 'minItems': return [fill(t.vMinItems, { title, limit: limit(element.minItems) })]
    case 'maxItems': return [fill(t.vMaxItems, { title, limit: limit(element.maxItems) })]
    case 'uniqueItems': return [fill(t.vUnique, { title })]
    default: return [fill(t.vOther, { title })]
  }
}

/** The definitions most fields have, checked without the interpreter; undefined where the interpreter must look. */
function plainLimits(element: Element, value: unknown, t: Strings): string[] | undefined {
  const { title } = element
  if (typeof value === 'number') {
    if (element.minimum !== undefined && value < element.minimum) return [fill(t.vMinimum, { title, limit: writeEntry(element.minimum), text: writeEntry(value) })]
    if (element.maximum !== undefined && value > element.maximum) return [fill(t.vMaximum, { title, limit: writeEntry(element.maximum), text: writeEntry(value) })]
    return element.type === 'number' || element.type === 'integer' ? [] : undefined
  }
  if (typeof value === 'boolean') return element.type === 'boolean' ? [] : undefined
  if (typeof value !== 'string' || element.type !== 'string' || element.pattern !== undefined || element.format !== undefined) return undefined
  if (element.oneOf) return element.oneOf.some((option) => option.const === value) ? [] : [fill(t.vOption, { title, text: value })]
  const n = Array.from(value).length
  if (element.minLength !== undefined && n < element.minLength) return [fill(t.vMinLength, { title, limit: element.minLength, n })]
  return element.maxLength !== undefined && n > element.maxLength ? [fill(t.vMaxLength, { title, limit: element.maxLength, n })] : []
}

/** Why a text is no number here, and what to type instead. */
export function numberProblem(element: Element, value: string, t: Strings): string {
  const unit = element['x-unit'] ?? ''
  const entry = readEntry(value, unit)
  if (entry.kind === 'unit') return `${element.title}${t.colon}${fill(t.wrongUnit, { unit, text: entry.unit })}`
  const example = element.examples?.find((each) => typeof each === 'number')
  return `${element.title}${t.colon}${typeof example === 'number' && unit ? fill(t.notNumberHint, { text: value, unit, example: writeEntry(example, element['x-decimals']) }) : fill(t.notNumber, { text: value })}`
}

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value).slice(0, 40))
const kindOf = ({ type }: Element, t: Strings): string => ({ number: t.kindNumber, integer: t.kindInteger, string: t.kindText, boolean: t.kindBoolean, array: t.kindList })[type]

/** rjsf's validator interface over the interpreter. */
export const validator: ValidatorType = {
  isValid(schema, data, root) {
    const merged = root && typeof root === 'object' ? { ...('definitions' in root ? { definitions: root.definitions } : {}), ...('$defs' in root ? { $defs: root['$defs'] as object } : {}), ...(schema as object) } : schema
    return new Validator(structuredClone(merged) as Schema, '2020-12', true).validate(data).valid
  },
  rawValidation(schema, data) {
    return { errors: leaves(interpreterOf(schema as object).validate(data).errors) as never[] }
  },
  validateFormData(data, schema, customValidate, transformErrors, uiSchema) {
    let errors = leaves(interpreterOf(schema as object).validate(data ?? {}).errors).map(({ keyword, error, instanceLocation, keywordLocation }): RJSFValidationError => {
      const path = instanceLocation.replace(/^#\/?/, '').split('/').filter(Boolean)
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined
      const property = [...path, ...(missing === undefined ? [] : [missing])].map((part) => `.${part}`).join('')
      return { name: keyword, message: error, property, schemaPath: keywordLocation, stack: `${property} ${error}`, params: {} }
    })
    if (transformErrors) errors = transformErrors(errors, uiSchema)
    const result = { errors, errorSchema: toErrorSchema(errors) }
    if (!customValidate) return result
    const handler = customValidate(data, createErrorHandler(data ?? {}), uiSchema)
    return validationDataMerge(result, unwrapErrorHandler(handler))
  },
}
