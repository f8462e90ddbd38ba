import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

export type Locale = 'zh' | 'en'
interface Language { locale: Locale; choose: (locale: Locale) => void }

const key = 'yardstick.locale'
const Context = createContext<Language>({ locale: 'zh', choose: () => undefined })

/** The language of the site, remembered on this device. Chinese first. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => (stored() === 'en' ? 'en' : 'zh'))
  useEffect(() => { document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en' }, [locale])
  const choose = (next: Locale) => {
    setLocale(next)
    try { localStorage.setItem(key, next) } catch { /* private mode: the choice lasts for this page */ }
  }
  return <Context.Provider value={{ locale, choose }}>{children}</Context.Provider>
}

export function useLanguage(): Language {
  return useContext(Context)
}

/** The strings of one area in the current language. */
export function useText<Text>(text: Record<Locale, Text>): Text {
  return text[useLanguage().locale]
}

function stored(): string | null {
  try { return localStorage.getItem(key) } catch { return null }
}
