import type { Compiled } from './compiled.ts'
import { answersOf, completionsOf, gapsOf, type Completion, type Gap } from './completions.ts'
import type { Input } from './input.ts'
import { probe, type Probe } from './probe.ts'

/** A level that can still come out, with answers (and a judgement) that bring it about. */
export interface Reachable { level: string; answers: Readonly<Record<string, unknown>>; judgement?: string }

/** Something to supply. */
export interface Need {
  kind: Gap['kind']
  id: string
  /** Whether it decides the level with nothing else: whatever its value, for some values, or for none; of those tried, where it has more values than can be. */
  alone: 'always' | 'sometimes' | 'never'
  /** How many levels are possible on average once it is known. */
  left: number
}

/** What is still open at a point, and what would settle it. Levels are ids of the point’s scale, best first. */
export interface Supply {
  reachable: Reachable[]
  /** Levels no rule excludes although no completion was found that gives them. */
  unproven: string[]
  /** Every completion was tried or every level is shown to be reachable: `reachable` is the exact set. */
  exact: boolean
  /** What to supply first, then next, until the level is decided in every completion the order was worked out with; what nobody can fill in comes last. */
  needs: Need[]
}

/** Most completions the order is worked out with. */
const weighed = 96

/**
 * What an undetermined point still can become and what to supply first to decide it. Completions are answers of the declared
 * types within the declared ends; whether they pass the checks is not asked. Undefined for an id that is no point.
 */
export function supply(compiled: Compiled, input: Input, pointId: string): Supply | undefined {
  const point = compiled.point(pointId)
  if (!point) return undefined
  const open = probe(compiled, input, point)
  const now = open.outcome()
  const { possible } = now
  const none: Supply = { reachable: [], unproven: [], exact: true, needs: [] }
  if (now.status === 'determined' && now.level !== undefined) return { ...none, reachable: [{ level: now.level, answers: {} }] }
  if (now.status !== 'undetermined') return none

  const gaps = gapsOf(compiled, point, open)
  const given = gaps.filter(({ kind }) => kind === 'given')
  const fillable = gaps.filter(({ kind, values }) => kind !== 'given' && values.length > 0)
  const { all, list } = completionsOf(compiled, point, open, fillable)
  const reached = new Map<string, Completion>()
  for (const completion of list) {
    fill(open, fillable, completion)
    const node = open.outcome()
    if (node.status === 'determined' && node.level !== undefined && !reached.has(node.level)) reached.set(node.level, completion)
  }
  fill(open, fillable, [])

  const reachable = point.rubric.levels.flatMap(({ id }): Reachable[] => {
    const completion = reached.get(id)
    if (!completion) return []
    const judgement = completion[fillable.findIndex(({ kind }) => kind === 'judgement')]
    return [{ level: id, answers: answersOf(fillable, completion), ...(typeof judgement === 'string' && { judgement }) }]
  })
  const complete = all && fillable.length === gaps.length
  const unproven = complete ? [] : possible.filter((id) => !reached.has(id))
  return { reachable, unproven, exact: unproven.length === 0, needs: [...order(open, fillable, spread(list)), ...given.map(({ kind, id }): Need => ({ kind, id, alone: 'never', left: possible.length }))] }
}

/** Enters a completion; gaps it has no value for become open again. */
function fill(open: Probe, gaps: readonly Gap[], completion: Completion): void {
  const values: Record<string, unknown> = {}
  for (const [i, { kind, id }] of gaps.entries()) {
    const value = completion[i]
    if (kind === 'field') values[id] = value
    else open.judge(typeof value === 'string' ? value : undefined)
  }
  open.fill(values)
}

const spread = (list: readonly Completion[]): Completion[] => {
  const step = Math.max(1, list.length / weighed)
  return Array.from({ length: Math.min(weighed, list.length) }, (_, i) => list[Math.floor(i * step)] ?? [])
}

/** How many levels stay possible when only these gaps are filled, for each completion; 1 is decided. */
function left(open: Probe, gaps: readonly Gap[], completions: readonly Completion[], known: ReadonlySet<number>): number[] {
  return completions.map((completion) => {
    fill(open, gaps, completion.map((value, i) => (known.has(i) ? value : undefined)))
    const node = open.outcome()
    return node.status !== 'undetermined' ? 1 : Math.max(2, node.possible.length)
  })
}

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length)

/** Always the gap next that leaves the fewest levels on average, given those before it; the earlier field where they leave as many. */
function order(open: Probe, gaps: readonly Gap[], completions: readonly Completion[]): Need[] {
  const needs: Need[] = []
  const known = new Set<number>()
  const single = gaps.map(({ values }, i) => left(open, gaps, unionOf(values, completions, i), new Set([i])))
  while (known.size < gaps.length) {
    const rest = [...gaps.keys()].filter((i) => !known.has(i))
    const ranked = rest.map((i) => ({ i, left: mean(left(open, gaps, completions, new Set([...known, i]))) })).toSorted((a, b) => a.left - b.left || closeness(single[a.i]) - closeness(single[b.i]) || a.i - b.i)
    const next = ranked[0]
    const gap = gaps[next?.i ?? -1]
    if (!next || !gap) break
    const alone = single[next.i] ?? []
    known.add(next.i)
    needs.push({ kind: gap.kind, id: gap.id, alone: alone.every((one) => one === 1) ? 'always' : alone.includes(1) ? 'sometimes' : 'never', left: mean(alone) })
    if (next.left === 1) break
  }
  fill(open, gaps, [])
  return needs
}

const closeness = (alone: readonly number[] | undefined): number => mean(alone ?? [])

/** Rows that give the i-th gap each of its values, and those solved for thresholds. */
function unionOf(values: readonly unknown[], completions: readonly Completion[], i: number): Completion[] {
  const distinct = new Map([...values, ...completions.map((completion) => completion[i])].map((value) => [JSON.stringify(value), value]))
  return [...distinct.values()].map((value) => Array.from({ length: i + 1 }, (_, k) => (k === i ? value : undefined)))
}
