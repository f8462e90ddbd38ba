import type { Aggregator } from './aggregator.ts'
import { generalised } from './generalised.ts'
import { geometric } from './geometric.ts'
import { harmonic } from './harmonic.ts'
import { lowest } from './lowest.ts'
import { sum } from './sum.ts'
import { weightedMean } from './weightedMean.ts'

/** How scores combine, by name. `count` counts levels and `copeland` compares units, so neither is here. */
export const aggregators: Readonly<Record<'weightedMean' | 'sum' | 'geometric' | 'harmonic' | 'generalised' | 'lowest', Aggregator>> = { weightedMean, sum, geometric, harmonic, generalised, lowest }
