import type { Node } from '../../schemas/index.ts'
import type { CompiledRubric, Shared } from '../compiled.ts'
import { Spans } from '../spans.ts'

/** More levels than this are not worth a table. */
const most = 8

/** Tables by scale. */
export type SharedTables = Map<string, Shared>

/** Where outcomes of a rubric follow from its conditions alone: the first that holds counts and the level's own score is the score. */
export function sharedOf(rubric: CompiledRubric, tables: SharedTables): Shared | undefined {
  const { source: { scale, method, policy, round, score }, levels, limits, broken } = rubric
  if (scale === undefined || method !== 'criteria' || policy === 'unique' || round || score !== undefined || limits.length > 0 || broken || levels.length > most) return undefined
  const known = tables.get(scale)
  if (known) return known
  let passing = 0
  for (const [i, level] of levels.entries()) if (level.passing === true) passing |= 1 << i
  const made: Shared = { nodes: [], spans: new Spans(1 << levels.length), rubric, passing }
  tables.set(scale, made)
  return made
}

/** The outcome when these levels are possible. */
export function leaving({ nodes, spans, rubric }: Shared, set: number): Node {
  const known = nodes[set]
  if (known) return known
  const made = outcome(rubric, set)
  nodes[set] = made
  spans.note(set, made)
  return made
}

function outcome({ source: { scale = '' }, levels }: CompiledRubric, set: number): Node {
  const open = levels.filter((_, i) => (set >> i) & 1)
  const possible = open.map(({ id }) => id)
  const [level] = open
  if (level && open.length === 1) return { scale, status: 'determined', level: level.id, possible, ...(level.score !== undefined && { score: level.score }), issues: [] }
  const scores = open.flatMap(({ score }) => score ?? [])
  return { scale, status: 'undetermined', possible, ...(scores.length === open.length && { scoreRange: [Math.min(...scores), Math.max(...scores)] }), issues: [] }
}
