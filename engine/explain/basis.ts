import type { Compiled } from '../compiled.ts'
import { formatNumber, type Locale } from '../format.ts'
import { owned } from '../names.ts'
import type { Sentence } from './conditions.ts'
import { phrases } from './phrases.ts'

/** Every parameter among some names, with its value and where it comes from. */
export function basisOf(compiled: Compiled, names: Iterable<string>, locale: Locale): Sentence[] {
  const say = phrases[locale]
  return [...new Set(names)].filter((path) => path.startsWith('params.')).flatMap((path): Sentence[] => {
    const id = path.slice('params.'.length)
    const parameter = owned(compiled.framework.parameters, id)
    if (!parameter) return []
    const { kind, document, clause, unverified } = parameter.basis
    const value = owned(compiled.profile.parameters ?? {}, id)?.value ?? parameter.value
    const shown = typeof value === 'number' ? formatNumber(value, { locale, ...(parameter.unit !== undefined && { unit: parameter.unit }), ...(parameter.decimals !== undefined && { decimals: parameter.decimals }) }) : String(value)
    const from = [document, clause].filter((part) => part !== undefined && part !== '').join(' ')
    return [{ text: say.basis(parameter.title, shown, say.kinds[kind], from) + (unverified ? say.unverified : ''), state: 'info' }]
  })
}
