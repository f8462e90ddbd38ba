import { visible, type Schema } from '../validate.ts'

export const id: Schema = { type: 'string', minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9][\\w.@-]*$' }
export const documentId: Schema = { type: 'string', pattern: '^[a-z][A-Za-z0-9_]{0,63}$' }
export const edition: Schema = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[^\\s/@]+$' }
export const text: Schema = { type: 'string', minLength: 1, maxLength: 200, pattern: visible }
export const longText: Schema = { type: 'string', minLength: 1, maxLength: 5000 }
export const operation: Schema = { type: 'string', minLength: 8, maxLength: 80, pattern: '^[\\w-]+$' }
export const revision: Schema = { type: 'integer', minimum: 0 }
const password: Schema = { type: 'string', minLength: 8, maxLength: 1024 }
const name: Schema = { type: 'string', maxLength: 60, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' }
const role: Schema = { enum: ['city-admin', 'city-editor', 'expert', 'district-filler', 'district-submitter', 'viewer'] }

/** An object with exactly these properties; those named after `?` may be absent. */
export function object(properties: Record<string, Schema>): Schema {
  const plain = Object.entries(properties).map(([key, schema]) => [key.replace('?', ''), schema] as const)
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(plain), required: Object.keys(properties).filter((key) => !key.endsWith('?')) }
}
export const list = (items: Schema, maxItems = 1000): Schema => ({ type: 'array', items, maxItems })
export const nothing: Schema = object({})

export const signIn = object({ name: { type: 'string', minLength: 1, maxLength: 200 }, password: { type: 'string', minLength: 1 } })
export const changePassword = object({ current: { type: 'string', minLength: 1 }, next: password })
export const newDraft = object({
  from: {
    oneOf: [
      object({ id: documentId, edition }), object({ draft: id }), object({ blank: { const: true }, title: text }), object({ document: { type: 'object' } }),
    ],
  },
  edition,
})
export const saveDraft = object({ revision, document: { type: 'object', required: ['format', 'id'], properties: { format: { const: 'yardstick/framework@1' }, id: documentId } } })
export const publish = object({ revision, note: { type: 'string', maxLength: 5000 } })
export const answerChanges = object({
  changes: {
    type: 'array', minItems: 1, maxItems: 500,
    items: object({
      id: documentId, base: revision, 'value?': {}, 'status?': { enum: ['proposed', 'confirmed', 'corrected', 'disputed'] },
      'reason?': { type: 'string', maxLength: 5000 }, 'claim?': {}, 'evidence?': list(id, 50),
    }),
  },
  'operation?': operation,
})
export const submit = object({ operation, revision, 'note?': { type: 'string', maxLength: 5000 } })
export const giveBack = object({ points: { type: 'object', minProperties: 1, maxProperties: 1000, propertyNames: documentId, additionalProperties: longText }, operation })
export const accept = object({ operation, 'points?': list(documentId) })
export const judge = object({ point: documentId, revision: { ...revision, description: '所看答卷的版本号' }, level: documentId, reason: longText, operation })
export const decide = object({ element: documentId, revision: { ...revision, description: '所看异议（这一个值）的版本号' }, upheld: { type: 'boolean' }, reason: { ...longText, pattern: '\\S' }, operation })
export const cite = object({ requirements: list({ $ref: 'submission.schema.json#/$defs/evidence/properties/requirements/items' }, 100) })
export const newUser = object({ name, title: text, role, 'unit?': documentId, password })
export const changeUser = { ...object({ 'title?': text, 'role?': role, 'unit?': documentId, 'password?': password, 'disabled?': { type: 'boolean' } }), minProperties: 1 }
