import { createContext, useContext } from 'react'
import { en } from './strings.en.ts'
import { zh, type Strings } from './strings.zh.ts'
import type { Locale } from './types.ts'

/** The strings of a language. */
export const textOf = (locale: Locale): Strings => (locale === 'en' ? en : zh)

/** Fills `{name}` places. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

export const LocaleContext = createContext<Locale>('zh')

/** The strings of the language around this component. */
export const useText = (): Strings => textOf(useContext(LocaleContext))
export const useLocale = (): Locale => useContext(LocaleContext)
