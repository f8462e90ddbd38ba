import type { Rubric } from '../../schemas/index.ts'
import { bands } from './bands.ts'
import { criteria } from './criteria.ts'
import { judged } from './judged.ts'
import type { Method } from './method.ts'
import { narrative } from './narrative.ts'
import { score } from './score.ts'

/** The ways of deciding a level, by name. */
export const methods: Readonly<Record<Rubric['method'], Method>> = { bands, criteria, judged, score, narrative }
