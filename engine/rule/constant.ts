import { dateOf, dayOf } from './day.ts'
import { rational } from './rational.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'

/** A literal (or a fixed parameter) and its type; undefined for what JSON cannot write. */
export function constantOf(value: unknown, declared?: Type): { constant: Value | undefined; type: Type } | undefined {
  if (value === null || value === undefined) return { constant: undefined, type: { kind: 'nothing' } }
  if (typeof value === 'boolean') return { constant: value, type: { kind: 'boolean' } }
  if (typeof value === 'string') return { constant: value, type: declared?.kind === 'date' ? declared : { kind: 'text', options: [value] } }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const unit = declared?.kind === 'number' && declared.unit !== undefined ? { unit: declared.unit } : {}
  return { constant: rational(value), type: { kind: 'number', min: value, max: value, ...unit, ...(Number.isInteger(value) ? { integer: true } : {}) } }
}

/** Whether a text is a real day. */
export const isDate = (text: Value | undefined): text is string => typeof text === 'string' && dayOf(text) !== undefined && dateOf(dayOf(text) ?? 0) === text
