import { sha256 } from './sha256.ts'

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them, no spaces.
 * Values JSON cannot hold (undefined, functions) are left out of objects and become null in lists, as JSON.stringify does.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && typeof item !== 'function')
  return `{${entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/** SHA-256 of the canonical form, in 64 hexadecimal digits: the address of a published document. */
export function hash(document: unknown): string {
  return sha256(canonical(document))
}
