import type { EvaluationPoint, Rule } from '../../schemas/index.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import type { Locale } from '../format.ts'
import type { BookStrings } from './strings.ts'

/** What the sections of one point share. */
export interface Page { compiled: Compiled; info: PointInfo; point: EvaluationPoint; locale: Locale; t: BookStrings; words: (rule: Rule) => string; parameter: (id: string) => string }
