import type { Limited } from '../../schemas/index.ts'
import type { CompiledRubric, PointInfo } from '../compiled.ts'
import type { Found } from './method.ts'
import { methods } from './methods.ts'
import type { Frame } from '../rule/contract.ts'

/** What a rubric comes to before its score: positions in the scale, 0 the best, after all limits. */
export interface Verdict extends Found {
  limits: Limited[]
}

/**
 * A point's levels still possible: the method's own, then evidence required for levels, floor, cap and veto, the later
 * being the stronger. A limit that may yet apply adds what it would give.
 */
export function judge(point: PointInfo, frame: Frame, chosen: string | undefined, lacking: ReadonlyMap<string, readonly string[]>): Verdict {
  const { rubric } = point
  const verdict = methods[rubric.source.method](rubric, frame, chosen)
  if (lacking.size === 0 && rubric.limits.length === 0 && verdict.possible.length < 2 && verdict.awaiting !== true) return plain(verdict)
  let possible = new Set(verdict.possible)
  const limits: Limited[] = []
  const last = rubric.levels.length - 1
  for (const [requirement, levels] of lacking) {
    const barred = new Set(levels.map((id) => rubric.levels.findIndex((level) => level.id === id)))
    const below = (position: number): number => (barred.has(position) && position < last ? below(position + 1) : position)
    const lowered = new Set([...possible].map(below))
    const top = rubric.levels[Math.min(...lowered)]
    if (top && [...possible].some((position) => barred.has(position))) limits.push({ kind: 'evidence', id: requirement, level: top.id, state: 'applies' })
    possible = lowered
  }
  for (const kind of ['floor', 'cap', 'veto'] as const) possible = limited(rubric, kind, possible, frame, limits)
  const sorted = [...possible].toSorted((a, b) => a - b)
  const vetoed = limits.some(({ kind, state }) => kind === 'veto' && state === 'applies')
  const { failure, ...rest } = verdict
  return {
    ...rest, possible: sorted, limits, awaiting: verdict.awaiting === true && sorted.length > 1,
    ...(vetoed && { unsettled: false }), ...(failure !== undefined && !vetoed && { failure }),
  }
}

function plain(verdict: Found): Verdict {
  const { possible, issues } = verdict
  return verdict.failure === undefined && verdict.judgement === undefined && verdict.unsettled === undefined && verdict.value === undefined ? { possible, issues, limits: [], awaiting: false } : { ...verdict, limits: [], awaiting: false }
}

const shift = { floor: (position: number, level: number) => Math.min(position, level), cap: (position: number, level: number) => Math.max(position, level), veto: (_: number, level: number) => level }

function limited(rubric: CompiledRubric, kind: 'veto' | 'cap' | 'floor', possible: Set<number>, frame: Frame, limits: Limited[]): Set<number> {
  let result = possible
  for (const { kind: own, limit, level, rule } of rubric.limits) {
    if (own !== kind || !rule) continue
    const truth = rule.truth(frame)
    if (truth === 0) continue
    const moved = new Set([...result].map((position) => shift[kind](position, level)))
    if (kind === 'veto' && moved.size === 0) moved.add(level)
    limits.push({ kind, id: limit.id, level: limit.level, state: truth === 2 ? 'applies' : 'possible' })
    result = truth === 2 ? moved : new Set([...result, ...moved])
  }
  return result
}
