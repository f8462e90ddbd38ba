import { createContext, useContext } from 'react'
import type { Compiled, Finding, NamedVariable, Vocabulary } from '../engine/index.ts'
import type { EvaluationPoint, Framework } from '../schemas/index.ts'
import { en } from './strings.en.ts'
import { zh, type Strings } from './strings.zh.ts'

export type Locale = 'zh' | 'en'

/** What every part of the designer works with. */
export interface DesignerContext {
  document: Framework
  /** The document as last compiled; a moment behind while typing. */
  compiled: Compiled | undefined
  issues: readonly Finding[]
  /** The edition this draft is based on. */
  base: Framework | undefined
  readOnly: boolean
  locale: Locale
  t: Strings
  /** Applies an edit; edits of one group in a row are undone together. */
  edit: (change: (document: Framework) => Framework, group?: string) => void
  /** Applies an edit to a point as it is when the edit is applied; other edits may still be under way. */
  editPoint: (id: string, change: (point: EvaluationPoint) => Partial<EvaluationPoint>, group?: string) => void
  select: (id: string, place?: string) => void
  variables: (point: string) => readonly NamedVariable[]
  vocabulary: (point: string) => Vocabulary
  titleOf: (point: string) => (path: string) => string | undefined
}

export const Context = createContext<DesignerContext | undefined>(undefined)

/** The designer around this component. */
export function useDesigner(): DesignerContext {
  const context = useContext(Context)
  if (!context) throw new Error('useDesigner outside Designer')
  return context
}

export const stringsOf = (locale: Locale): Strings => (locale === 'zh' ? zh : en)
