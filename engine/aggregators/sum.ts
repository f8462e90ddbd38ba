import { add, multiply, zero } from '../rule/rational.ts'
import type { Aggregator } from './aggregator.ts'

/** `Σ w·x`, exact. */
export const sum: Aggregator = { combine: (parts) => parts.reduce((total, { weight, score }) => add(total, multiply(weight, score)), zero) }
