import type { Node, Outcome } from '../../schemas/index.ts'
import type { Compiled } from '../compiled.ts'
import type { Locale } from '../format.ts'
import type { Input } from '../input.ts'
import { messageOf } from '../message.ts'
import { owned } from '../names.ts'
import { settleVisibility, stateOf } from '../state.ts'
import type { TreeNode } from '../tree.ts'
import { explainPoint, type Explanation } from './point.ts'
import { phrases } from './phrases.ts'
import { speakerOf } from './speaker.ts'
import { formatNumber } from '../format.ts'

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

/** An indicator is explained by its children: how many at which level, which are open. */
function explainNode(compiled: Compiled, outcome: Outcome, place: TreeNode, node: Node, locale: Locale): Explanation {
  const say = phrases[locale]
  const counts = new Map<string, number>()
  for (const child of place.children) {
    const own = outcome.nodes[child.id]
    const level = owned(compiled.framework.scales, own?.scale)?.levels.find(({ id }) => id === own?.level)
    if (level) counts.set([level.mark, level.label].filter(Boolean).join(' '), (counts.get([level.mark, level.label].filter(Boolean).join(' ')) ?? 0) + 1)
  }
  const open = place.children.filter((child) => outcome.nodes[child.id]?.status === 'undetermined' || outcome.nodes[child.id]?.status === 'failed')
  return {
    ...nothing,
    why: [
      ...node.issues.map((one) => ({ text: messageOf(one, locale, compiled), state: 'unmet' as const })),
      ...(node.score === undefined ? [] : [{ text: say.score(formatNumber(node.score, { locale })), state: 'info' as const }]),
      ...[...counts].map(([level, count]) => ({ text: say.children(level, count), state: 'info' as const })),
    ],
    missing: open.map(({ code, title }) => ({ text: `${code} ${title}`, state: 'unknown' as const })),
  }
}
