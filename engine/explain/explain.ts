import type { Outcome } from '../../schemas/index.ts'
import type { Compiled } from '../compiled.ts'
import type { Locale } from '../format.ts'
import type { Input } from '../input.ts'
import { settleVisibility, stateOf } from '../state.ts'
import { explainNode } from './node.ts'
import { explainPoint, type Explanation } from './point.ts'
import { speakerOf } from './speaker.ts'

const nothing: Explanation = { why: [], missing: [], next: [], limits: [], basis: [] }

/**
 * Why a node's outcome is what it is, in sentences: the numbers it rests on, the rule in words with those numbers in it,
 * what is missing, what the next level needs and by how much it is missed, the limits, and where thresholds come from.
 */
export function explain(compiled: Compiled, input: Input, outcome: Outcome, nodeId: string, locale: Locale = 'zh'): Explanation {
  const node = outcome.nodes[nodeId]
  const place = compiled.nodes.get(nodeId)
  if (!node || !place) return nothing
  const point = compiled.point(nodeId)
  if (!point) return explainNode(compiled, outcome, place, node, locale)
  const state = stateOf(compiled, input)
  settleVisibility(state)
  for (const { rule, variable } of compiled.calculations) rule?.store(state.frame, variable)
  return explainPoint(speakerOf(compiled, point, state.frame, locale), node)
}
