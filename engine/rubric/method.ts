import type { Issue } from '../../schemas/index.ts'
import type { CompiledRubric } from '../compiled.ts'
import type { Frame } from '../rule/contract.ts'

/** What a method makes of the answers, before limits. */
export interface Found {
  possible: readonly number[]
  failure?: string
  judgement?: number
  awaiting?: boolean
  /** Even a single possible level is not certain yet. */
  unsettled?: boolean
  value?: number
  issues: Issue[]
}

/** One way of deciding a level. `chosen` is the level a person chose, if one did. */
export type Method = (rubric: CompiledRubric, frame: Frame, chosen: string | undefined) => Found

/** Every position of the scale. */
export const all = (rubric: CompiledRubric): number[] => rubric.levels.map((_, i) => i)
