import { createContext, useContext } from 'react'
import type { CaseResult } from '../../engine/index.ts'
import type { Node, Outcome, Unit } from '../../schemas/index.ts'
import type { Replayed } from './impact.ts'

/** Answers to look at a point with, and what goes with them. */
export interface Loaded { answers: Record<string, unknown>; evidence?: Record<string, number>; judgement?: string; previous?: Readonly<Record<string, unknown>>; unit?: Unit; cycle?: { id?: string; year?: number }; /** Where they were taken from. */ from?: string }

/** What the preview of the selected point holds, and how the golden cases went. */
export interface Live {
  answers: Readonly<Record<string, unknown>>
  evidence: Readonly<Record<string, number>>
  judgement: string | undefined
  previous: Readonly<Record<string, unknown>> | undefined
  from: string | undefined
  outcome: Outcome | undefined
  cases: readonly CaseResult[]
  /** The last cycle's units, judged again under the draft. */
  impact: { units: readonly Replayed[]; busy: boolean }
  node(id: string): Node | undefined
  /** A calculation's present value as people read it. */
  shown(id: string, format: { unit?: string; decimals?: number }): string
  setAnswers(answers: Record<string, unknown>): void
  load(sample: Loaded): void
}

export const LiveContext = createContext<Live | undefined>(undefined)

/** The preview around this component. */
export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive outside Designer')
  return live
}
