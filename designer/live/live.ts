import { createContext, useContext } from 'react'
import type { CaseResult, Input } from '../../engine/index.ts'
import type { Node, Outcome } from '../../schemas/index.ts'
import type { Impact, Loaded } from './impact.ts'

/** What the preview of the selected point holds, and how the golden cases went. */
export interface Live {
  answers: Readonly<Record<string, unknown>>
  evidence: Readonly<Record<string, number>>
  judgement: string | undefined
  previous: Readonly<Record<string, unknown>> | undefined
  from: string | undefined
  /** What is judged, as the engine takes it. */
  input: Input
  outcome: Outcome | undefined
  cases: readonly CaseResult[]
  /** The last cycle's units, judged again under the draft. */
  impact: Impact
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
