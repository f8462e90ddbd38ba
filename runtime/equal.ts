/** Deep equality of plain data, in place of a general library in the element: the same value, the same items, the same keys. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a === 'function' && typeof b === 'function') return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // Elements point at each other in circles; they are equal only when they are the same.
  if ('$$typeof' in a || Object.hasOwn(a, 'constructor')) return false
  if (Array.isArray(a) !== Array.isArray(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}

export const createCustomEqual = () => equal
export { equal as deepEqual }
