import { compare } from '../rule/rational.ts'
import type { Aggregator } from './aggregator.ts'

/** The smallest score; weights only say which children count. */
export const lowest: Aggregator = { combine: (parts) => parts.map(({ score }) => score).reduce((least, score) => (compare(score, least) < 0 ? score : least)) }
