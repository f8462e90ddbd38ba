import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { Refusal } from './errors.ts'

export type Schema = Record<string, unknown>
const names = ['rule', 'framework', 'cycle', 'procedure', 'submission', 'outcome'] as const

/** The document schemas, as shipped. */
export const documentSchemas: Record<string, Schema> = Object.fromEntries(
  names.map((name) => [name, JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as Schema]),
)

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTuples: false, strictTypes: false, allErrors: false, ownProperties: true, verbose: true })
;(formats as unknown as (ajv: Ajv2020) => void)(ajv)
for (const schema of Object.values(documentSchemas)) ajv.addSchema(schema)

/** Control characters, what no font draws, what turns the direction of writing, what breaks the line, what looks like a space and is a letter. */
const hidden = '\\p{Cc}\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}\\u2028\\u2029\\ufff9-\\ufffb\\u2800'
/** One line as it looks. */
export const visible = `^[^${hidden}]*$`
const anyHidden = new RegExp(`[${hidden}]`, 'gu')

/** Words as they look, however they are spaced. */
export const looks = (words: string): string => words.normalize('NFKC').replaceAll(anyHidden, '').replaceAll(/\s/g, '').toLowerCase()

/** Refuses words in which somebody would see less than there is. */
export function demandVisible(place: string, words: string): void {
  if (words.search(anyHidden) >= 0) throw new Refusal('CHARACTER_NOT_ALLOWED', { place })
}

const compiled = new WeakMap<Schema, ValidateFunction>()

function check(schema: Schema, value: unknown): ErrorObject | undefined {
  let validate = compiled.get(schema)
  if (!validate) {
    validate = ajv.compile(schema)
    compiled.set(schema, validate)
  }
  return validate(value) ? undefined : validate.errors?.[0]
}

/** Throws the refusal for the first place where a request does not fit. */
export function demand(schema: Schema, value: unknown): void {
  const error = check(schema, value)
  if (!error) return
  const unknown = (error.params as { additionalProperty?: string; unevaluatedProperty?: string }).additionalProperty
  if (unknown !== undefined) throw new Refusal('UNKNOWN_FIELD', { field: `${error.instancePath}/${unknown}`.slice(0, 300) })
  if (error.keyword === 'pattern' && error.schema === visible) throw new Refusal('CHARACTER_NOT_ALLOWED', { place: error.instancePath })
  throw new Refusal('INVALID', { place: error.instancePath || '/', problem: error.message ?? error.keyword, keyword: error.keyword })
}

/** The place where an answer of our own does not fit its schema, for tests and the log. */
export function misfit(schema: Schema, value: unknown): string | undefined {
  const error = check(schema, value)
  return error && `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`
}
