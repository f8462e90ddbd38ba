import type { Rule } from '../../schemas/index.ts'

/** The same closures on plain doubles: no unknowns, no exactness. What those two cost is measured against this. */
type Run = (slots: Float64Array) => number

export function floatRule(rule: Rule, slotOf: (path: string) => number, textOf: (text: string) => number): Run {
  if (typeof rule === 'number') return constantly(rule)
  if (typeof rule === 'string') return constantly(textOf(rule))
  if (typeof rule === 'boolean') return constantly(rule ? 2 : 0)
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) throw new Error('not in this workload')
  const [operator = '', value = null] = Object.entries(rule)[0] ?? []
  if (operator === 'var') return slot(slotOf(String(value as string)))
  const args = (Array.isArray(value) ? value : [value]) as Rule[]
  const parts = args.map((arg) => floatRule(arg, slotOf, textOf))
  const [a = constantly(0), b = constantly(0), c] = parts
  const [left, right] = args
  const path = typeof left === 'object' && left !== null && 'var' in left ? slotOf(String(left['var'] as string)) : undefined
  switch (operator) {
    case '+': return (s) => a(s) + b(s)
    case '-': return minus(a, b)
    case '*': return times(a, b)
    case '/': return over(a, b)
    case '>=': return path !== undefined && typeof right === 'number' ? slotAtLeast(path, right) : typeof right === 'number' ? atLeastConstant(a, right) : atLeast(a, b)
    case '<=': return atMost(a, b)
    case '<': return path !== undefined && typeof right === 'number' ? slotBelow(path, right) : below(a, b)
    case '==': return same(a, b)
    case 'and': return c ? three(a, b, c) : both(a, b)
    case 'or': return either(a, b)
    default: throw new Error(operator)
  }
}
const constantly = (k: number): Run => () => k
const slot = (i: number): Run => (s) => s[i] as number
const minus = (a: Run, b: Run): Run => (s) => a(s) - b(s)
const times = (a: Run, b: Run): Run => (s) => a(s) * b(s)
const over = (a: Run, b: Run): Run => (s) => a(s) / b(s)
const slotAtLeast = (i: number, k: number): Run => (s) => ((s[i] as number) >= k ? 2 : 0)
const atLeastConstant = (a: Run, k: number): Run => (s) => (a(s) >= k ? 2 : 0)
const slotBelow = (i: number, k: number): Run => (s) => ((s[i] as number) < k ? 2 : 0)
const atLeast = (a: Run, b: Run): Run => (s) => (a(s) >= b(s) ? 2 : 0)
const atMost = (a: Run, b: Run): Run => (s) => (a(s) <= b(s) ? 2 : 0)
const below = (a: Run, b: Run): Run => (s) => (a(s) < b(s) ? 2 : 0)
const same = (a: Run, b: Run): Run => (s) => (a(s) === b(s) ? 2 : 0)
const both = (a: Run, b: Run): Run => (s) => (a(s) === 2 ? b(s) : 0)
const three = (a: Run, b: Run, c: Run): Run => (s) => (a(s) === 2 && b(s) === 2 ? c(s) : 0)
const either = (a: Run, b: Run): Run => (s) => (a(s) === 2 ? 2 : b(s))
