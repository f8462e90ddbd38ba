import type { EvaluationPoint, Framework } from '../schemas/index.ts'
import { entities } from './diff.ts'

/** How a later evaluation point relates to an earlier one, in the words of crosswalks between standards. */
export type Relation = 'equal' | 'subset' | 'superset' | 'intersect' | 'not_related'

/** One suggestion: the later point `after` says the same as, a part of, more than, or some of what `before` said. */
export interface Correspondence {
  before: string
  after: string
  relation: Relation
  /** Share of content in common, 0 to 1: the smaller of both containments for `equal`, the larger otherwise. */
  similarity: number
}

/** A suggested mapping between two editions, to be confirmed by a person. */
export interface Mapping {
  points: Correspondence[]
  /** Elements that seem to be the same datum under another id. */
  elements: { before: string; after: string; similarity: number }[]
}

const nearlyAll = 0.8
const some = 0.3

/**
 * Suggests how the points of two editions correspond. A point that keeps its id is `equal`; the others are compared by
 * their words (pairs of characters of title and requirement) and by the data they ask for. Points that were split or
 * merged show as `subset` or `superset`. Pairs with less than 30 % in common are `not_related` and left out.
 */
export function suggestMapping(before: Framework, after: Framework): Mapping {
  const [old, young] = [pointsOf(before), pointsOf(after)]
  const points: Correspondence[] = []
  for (const later of young) {
    const kept = old.find(({ id }) => id === later.id)
    if (kept) points.push({ before: kept.id, after: later.id, relation: 'equal', similarity: similarity(content(kept), content(later)) })
    for (const earlier of old) {
      if (earlier.id === later.id || (young.some(({ id }) => id === earlier.id) && kept)) continue
      const found = relate(content(earlier), content(later))
      if (found.relation !== 'not_related') points.push({ before: earlier.id, after: later.id, ...found })
    }
  }
  return { points, elements: elementMapping(before, after) }
}

/** The relation of two bags of content: which lies (nearly) inside which. */
export function relate(before: ReadonlySet<string>, after: ReadonlySet<string>): { relation: Relation; similarity: number } {
  const common = shared(before, after)
  const ofBefore = before.size ? common / before.size : 0
  const ofAfter = after.size ? common / after.size : 0
  if (ofBefore >= nearlyAll && ofAfter >= nearlyAll) return { relation: 'equal', similarity: Math.min(ofBefore, ofAfter) }
  if (ofAfter >= nearlyAll) return { relation: 'subset', similarity: ofAfter }
  if (ofBefore >= nearlyAll) return { relation: 'superset', similarity: ofBefore }
  const similarity = Math.max(ofBefore, ofAfter)
  return { relation: similarity >= some ? 'intersect' : 'not_related', similarity }
}

function elementMapping(before: Framework, after: Framework): Mapping['elements'] {
  const gone = Object.entries(before.elements).filter(([id]) => !Object.hasOwn(after.elements, id))
  const fresh = Object.entries(after.elements).filter(([id]) => !Object.hasOwn(before.elements, id))
  const found: Mapping['elements'] = []
  for (const [id, element] of fresh) {
    const ranked = gone
      .filter(([, other]) => other.type === element.type)
      .map(([other, { title }]) => ({ before: other, after: id, similarity: similarity(pairs(title), pairs(element.title)) }))
      .toSorted((a, b) => b.similarity - a.similarity)
    if (ranked[0] && ranked[0].similarity >= 0.5) found.push(ranked[0])
  }
  return found
}

const pointsOf = (framework: Framework): EvaluationPoint[] =>
  [...entities(framework).values()].filter(({ kind }) => kind === 'point').map(({ own }) => own as unknown as EvaluationPoint)

/** What a point is about: its words in pairs of characters, and the data it asks for. */
function content(point: EvaluationPoint): Set<string> {
  const found = pairs(`${point.title} ${point.requirement}`)
  for (const id of Object.keys(point.schema.properties)) found.add(`#${id}`)
  return found
}

/** Pairs of neighbouring letters or characters, without punctuation: enough to compare Chinese without a dictionary. */
function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (const run of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) for (let i = 0; i + 1 < run.length; i++) found.add(run.slice(i, i + 2))
  return found
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((item) => b.has(item)).length
const similarity = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (a.size + b.size ? (2 * shared(a, b)) / (a.size + b.size) : 1)
