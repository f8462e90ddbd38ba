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
  let possible = 0
  for (const position of verdict.possible) possible |= 1 << position
  const limits: Limited[] = []
  for (const [requirement, levels] of lacking) possible = barred(rubric, requirement, levels, possible, limits)
  for (const kind of order) possible = limited(rubric, kind, possible, frame, limits)
  const sorted: number[] = []
  for (let position = 0; position < rubric.levels.length; position++) if ((possible >> position) & 1) sorted.push(position)
  const vetoed = limits.some(({ kind, state }) => kind === 'veto' && state === 'applies')
  const made: Verdict = { possible: sorted, issues: verdict.issues, limits, awaiting: verdict.awaiting === true && sorted.length > 1 }
  if (verdict.value !== undefined) made.value = verdict.value
  if (verdict.judgement !== undefined) made.judgement = verdict.judgement
  if (verdict.unsettled === true && !vetoed) made.unsettled = true
  if (verdict.failure !== undefined && !vetoed) made.failure = verdict.failure
  return made
}

function plain(verdict: Found): Verdict {
  const { possible, issues } = verdict
  return verdict.failure === undefined && verdict.judgement === undefined && verdict.unsettled === undefined && verdict.value === undefined ? { possible, issues, limits: [], awaiting: false } : { ...verdict, limits: [], awaiting: false }
}

/** Levels as a set of bits, that of position 0 being 1; a level barred makes way to the next one below that is not. */
function barred({ levels }: CompiledRubric, id: string, names: readonly string[], possible: number, limits: Limited[]): number {
  let [bars, left] = [0, 0]
  for (const [i, level] of levels.entries()) if (names.includes(level.id)) bars |= 1 << i
  for (let i = 0; i < levels.length; i++) {
    if (((possible >> i) & 1) === 0) continue
    let to = i
    while ((bars >> to) & 1 && to < levels.length - 1) to++
    left |= 1 << to
  }
  const top = levels[best(left)]
  if (top && (possible & bars) !== 0) limits.push({ kind: 'evidence', id, level: top.id, state: 'applies' })
  return left
}

const best = (set: number): number => 31 - Math.clz32(set & -set)
const order = ['floor', 'cap', 'veto'] as const

function limited(rubric: CompiledRubric, kind: 'veto' | 'cap' | 'floor', possible: number, frame: Frame, limits: Limited[]): number {
  let result = possible
  for (const { kind: own, limit, level, rule } of rubric.limits) {
    if (own !== kind || !rule || level < 0) continue
    const truth = rule.truth(frame)
    if (truth === 0) continue
    const moved = shifted(kind, result, level)
    limits.push({ kind, id: limit.id, level: limit.level, state: truth === 2 ? 'applies' : 'possible' })
    result = truth === 2 ? moved : result | moved
  }
  return result
}

/** What a limit at a level makes of a set of levels: what lies beyond it is at it instead. */
export function shifted(kind: 'veto' | 'cap' | 'floor', set: number, level: number): number {
  if (kind === 'veto') return 1 << level
  const [better, worse] = [(1 << level) - 1, ~((2 << level) - 1)]
  const beyond = kind === 'cap' ? better : worse
  return (set & beyond) === 0 ? set : (set & ~beyond) | (1 << level)
}
