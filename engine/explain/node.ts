import { levelWords } from '../levelWords.ts'
import type { Aggregation, Level, Node, Outcome } from '../../schemas/index.ts'
import { bandEnd } from '../compile.ts'
import type { Compiled } from '../compiled.ts'
import { formatNumber, type Locale } from '../format.ts'
import { messageOf } from '../message.ts'
import { owned } from '../names.ts'
import type { TreeNode } from '../tree.ts'
import { basisOf } from './basis.ts'
import type { Sentence } from './conditions.ts'
import { phrases } from './phrases.ts'
import type { Explanation } from './point.ts'

interface Part { child: TreeNode; outcome: Node; level: string }
interface Teller { compiled: Compiled; node: Node; aggregation: Aggregation; parts: readonly Part[]; number: (value: number) => string; locale: Locale }

/** Children written out one by one in a sum; more are only counted. */
const most = 12

/** An indicator is explained by how its children combine, with their numbers, the band that gives its level, and which children are open. */
export function explainNode(compiled: Compiled, outcome: Outcome, place: TreeNode, node: Node, locale: Locale): Explanation {
  const say = phrases[locale]
  const parts = place.children.flatMap((child): Part[] => {
    const own = outcome.nodes[child.id]
    return own && own.status !== 'notApplicable' ? [{ child, outcome: own, level: levelText(levelOf(compiled, own.scale, own.level)) }] : []
  })
  const counts = new Map<string, number>()
  for (const { level } of parts) if (level) counts.set(level, (counts.get(level) ?? 0) + 1)
  const { aggregation } = place
  const teller: Teller | undefined = aggregation && { compiled, node, aggregation, parts, number: (value) => formatNumber(value, { locale, ...(Number(value.toFixed(4)) !== value && { decimals: places(compiled, node, aggregation) }) }), locale }
  const info = (text: string | undefined): Sentence[] => (text === undefined ? [] : [{ text, state: 'info' }])
  return {
    why: [
      ...node.issues.map((one): Sentence => ({ text: messageOf(one, locale, compiled), state: 'unmet' })),
      ...(teller ? [...info(combined(teller)), ...info(standing(teller))] : []),
      ...info(counts.size > 0 ? say.children([...counts].map(([level, count]) => say.childrenAt(level, count)).join(say.separator)) : undefined),
    ],
    missing: parts.filter(({ outcome: { status } }) => status === 'undetermined' || status === 'failed').map(({ child: { code, title } }) => ({ text: `${code} ${title}`, state: 'unknown' as const })),
    next: teller ? better(teller) : [],
    limits: [],
    basis: basisOf(compiled, (aggregation?.bands ?? []).flatMap(({ from }) => (typeof from === 'object' && from !== null && 'var' in from && typeof from.var === 'string' ? [from.var] : [])), locale),
  }
}

/** How the children combine: the rule with their numbers in it. */
function combined({ node, aggregation, parts, number, locale }: Teller): string | undefined {
  const say = phrases[locale]
  const { method, missing = 'skipAny', atLeast, floor } = aggregation
  const counted = parts.filter(({ child, outcome }) => child.weight > 0 && (outcome.score !== undefined || outcome.scoreRange !== undefined || outcome.status !== 'determined'))
  if (method === 'copeland') return say.methods.copeland
  if (method === 'count') return `${say.counting(atLeast ?? counted.length, counted.length)}${floor === undefined ? '' : say.floorOf(number(floor))}`
  const worst = parts.filter(({ child, level }) => child.weight > 0 && level !== '').toSorted((a, b) => (a.outcome.score ?? Infinity) - (b.outcome.score ?? Infinity))[0]
  if (method === 'lowest') return worst ? say.lowestIs(`${worst.child.code} ${worst.child.title}`, worst.level) : undefined
  const open = counted.filter(({ outcome: { score } }) => score === undefined)
  const used = missing === 'neverSkip' ? counted : counted.filter(({ outcome: { score } }) => score !== undefined)
  const note = open.length === 0 ? '' : missing === 'skipAll' ? say.openSkipped(open.length) : missing === 'neverSkip' ? say.openZero(open.length) : ''
  if (node.score === undefined) return node.scoreRange ? `${say.methods[method]}${say.colon}${say.openRange(used.length, open.length, number(node.scoreRange[0]), number(node.scoreRange[1]))}` : undefined
  if (used.length === 0 || used.length > most || (method !== 'weightedMean' && method !== 'sum')) return `${say.methods[method]}${say.ofChildren(used.length)} = ${number(node.score)}${note}`
  const [only] = used
  if (only && used.length === 1 && method === 'weightedMean') return `${say.only(`${only.child.code} ${only.child.title}`)}${note}`
  const terms = used.map(({ child, outcome }) => `${number(outcome.score ?? 0)} × ${number(child.weight)}`).join(' + ')
  const total = used.reduce((sum, { child }) => sum + child.weight, 0)
  const made = aggregation.round ? say.roundedTo(aggregation.round.decimals, aggregation.round.tie ?? 'halfUp') : ''
  return `${say.methods[method]}${say.colon}${method === 'sum' ? terms : `${say.open}${terms}${say.close} ÷ ${number(total)}`}${made} = ${number(node.score)}${note}`
}

/** Where the combined score lies among the bands. */
function standing({ compiled, node, aggregation, number, locale }: Teller): string | undefined {
  const say = phrases[locale]
  if (node.score === undefined) return undefined
  const level = levelText(levelOf(compiled, aggregation.scale, node.level))
  const index = (aggregation.bands ?? []).findIndex((band) => band.level === node.level)
  return level && index >= 0 ? say.inLevel(say.score(number(node.score)), ` ${level}`, rangeOf(compiled, aggregation, index, number, locale)) : say.score(number(node.score))
}

function rangeOf(compiled: Compiled, { bands = [], includes }: Aggregation, index: number, number: (value: number) => string, locale: Locale): string {
  const say = phrases[locale]
  const end = (i: number): string | undefined => {
    const value = bandEnd(bands[i]?.from, compiled.framework, compiled.profile)
    return value === undefined ? undefined : number(value)
  }
  const [low, high] = [end(index), end(index + 1)]
  if (low !== undefined && high !== undefined) return say.between(low, high)
  if (low !== undefined) return includes === 'upper' ? say.above(low) : say.from(low)
  return high === undefined ? '' : includes === 'upper' ? say.upTo(high) : say.below(high)
}

/** How far the next better band is. */
function better({ compiled, node, aggregation, number, locale }: Teller): Sentence[] {
  const say = phrases[locale]
  const { bands = [], includes } = aggregation
  const levels = owned(compiled.framework.scales, aggregation.scale)?.levels ?? []
  const rank = (id: string | undefined): number => levels.findIndex((level) => level.id === id)
  const index = bands.findIndex((band) => band.level === node.level)
  const next = bands[index + 1]
  const end = bandEnd(next?.from, compiled.framework, compiled.profile)
  if (node.score === undefined || index < 0 || !next || end === undefined || rank(next.level) >= rank(node.level)) return []
  const asked = includes === 'upper' ? say.above(number(end)) : say.from(number(end))
  return [{ text: say.to(` ${levelText(levels[rank(next.level)])}`, `${say.scoreName} ${asked}${end > node.score ? `${say.stop}${say.short(number(end - node.score))}` : ''}`), state: 'unmet' }]
}

/** Decimals it takes to keep the score apart from every end of a band. */
function places({ framework, profile }: Compiled, { score = 0 }: Node, { bands = [] }: Aggregation): number {
  const gaps = bands.flatMap(({ from }) => Math.abs((bandEnd(from, framework, profile) ?? score) - score)).filter((gap) => gap > 0)
  return Math.min(12, Math.max(4, Math.ceil(-Math.log10(Math.min(1, ...gaps)))))
}

const levelOf = (compiled: Compiled, scale: string | undefined, level: string | undefined): Level | undefined => owned(compiled.framework.scales, scale)?.levels.find(({ id }) => id === level)
const levelText = (level: Level | undefined): string => (level ? levelWords(level) : '')
