import { formatNumber } from '../../engine/index.ts'
import type { Calculation, Rule } from '../../schemas/index.ts'
import type { Store } from '../store/contract.ts'

/** Options for the engine's number format, without the absent ones. */
export function numberStyle(store: Store, unit?: string, decimals?: number): { decimals?: number; unit?: string; locale: 'zh' | 'en' } {
  return { ...(decimals === undefined ? {} : { decimals }), ...(unit ? { unit } : {}), locale: store.locale }
}

/** A calculation's value as it stands in sentences; undefined where it is not a number. */
export function shownNumber(store: Store, id: string, calculation: Calculation): string | undefined {
  const value = store.calculation(id)
  return typeof value === 'number' ? formatNumber(value, numberStyle(store, calculation.unit, calculation.decimals)) : undefined
}

/** The variables a rule reads, in the order it names them. */
export function readsOf(rule: Rule): string[] {
  const found: string[] = []
  const walk = (each: Rule): void => {
    if (Array.isArray(each)) return each.forEach(walk)
    if (typeof each !== 'object' || each === null) return
    for (const [operator, argument] of Object.entries(each)) {
      const name = operator === 'var' ? (Array.isArray(argument) ? argument[0] : argument) : undefined
      if (typeof name === 'string' && name && !found.includes(name)) found.push(name)
      else walk(argument)
    }
  }
  walk(rule)
  return found
}
