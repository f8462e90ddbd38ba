import type { Issue } from '../schemas/index.ts'
import { formIssues, type DocumentKind } from './form.ts'
import { issue, mostIssues, segment } from './issue.ts'
import { refusalOf } from './pattern/pattern.ts'

export type { DocumentKind } from './form.ts'

/** Limits every document keeps before anything else looks at it. */
export const documentLimits = { depth: 130, nodes: 200_000, members: 10_000, text: 100_000, name: 200, nodesOfTree: 3000, issues: mostIssues } as const

/** The lists an indicator tree is made of; a tree of more nodes is refused before its form is looked at. */
const branches = new Set(['children', 'evaluationPoints'])
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What is wrong with a document's form: too deep or too large, forbidden names, and what its JSON Schema forbids, each
 * with a JSON Pointer. At most 200 issues; an empty list means every other function of the engine may be given it. What
 * rules say is not looked at here.
 */
export function validate(kind: DocumentKind, document: unknown): Issue[] {
  const patterns: Spot[] = []
  const bounds = within(document, patterns)
  if (bounds) return [bounds]
  const issues = formIssues(kind, document as object, documentLimits.issues)
  return kind === 'framework' && issues.length === 0 ? unsafe(patterns) : issues
}

/** A list or record of the document, and the way to it. */
interface Spot { value: Readonly<Record<string, unknown>>; key: string; above: Spot | undefined }

const pathOf = ({ key, above }: Spot): string => (above ? `${pathOf(above)}/${segment(key)}` : '')
const at = (spot: Spot, key: string, code: string, params?: Record<string, unknown>): Issue => issue(code, 'error', `${pathOf(spot)}/${segment(key)}`, params)

/** Depth, size and names, without recursion: this is what protects every recursive walk that follows. Gathers what has a pattern. */
function within(document: unknown, patterns: Spot[]): Issue | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return issue('document.type', 'error', '', { expected: 'object' })
  const names = new Set<string>()
  let [count, tree] = [1, 0]
  let level: Spot[] = [{ value: document as Spot['value'], key: '', above: undefined }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > documentLimits.depth) return issue('limit.depth', 'error', pathOf(level[0] as Spot), { limit: documentLimits.depth })
    const next: Spot[] = []
    for (const spot of level) {
      const { value } = spot
      // The keys of a long list are not written out.
      if (Array.isArray(value) && value.length > documentLimits.members) return issue('limit.size', 'error', pathOf(spot), { limit: documentLimits.members })
      const keys = Object.keys(value)
      const limit = keys.length > documentLimits.members ? documentLimits.members : (count += keys.length) > documentLimits.nodes ? documentLimits.nodes : undefined
      if (limit !== undefined) return issue('limit.size', 'error', pathOf(spot), { limit })
      const named = !Array.isArray(value)
      for (const key of keys) {
        if (named && !names.has(key)) {
          if (forbidden.has(key)) return at(spot, key, 'document.name', { name: key })
          if (key.length > documentLimits.name || /\p{Surrogate}/u.test(key)) return issue('document.name', 'error', pathOf(spot), { name: key.slice(0, 20) })
          names.add(key)
        }
        const item = value[key]
        const wrong = refusal(item)
        if (wrong) return at(spot, key, ...wrong)
        if (typeof item === 'string' && key === 'pattern') patterns.push(spot)
        if (typeof item !== 'object' || item === null) continue
        if (branches.has(key) && Array.isArray(item) && (tree += item.length) > documentLimits.nodesOfTree) return at(spot, key, 'limit.size', { limit: documentLimits.nodesOfTree })
        next.push({ value: item as Spot['value'], key, above: spot })
      }
    }
    level = next
  }
  return undefined
}

function refusal(value: unknown): [code: string, params?: Record<string, unknown>] | undefined {
  switch (typeof value) {
    case 'string': return value.length > documentLimits.text ? ['limit.text', { limit: documentLimits.text }] : undefined
    case 'number': return Number.isFinite(value) ? undefined : ['document.number']
    case 'boolean': case 'object': return undefined
    case 'bigint': case 'function': case 'symbol': case 'undefined': return ['document.value']
  }
}

/** Patterns an author wrote that cannot be used, wherever elements and columns stand. */
const unsafe = (spots: readonly Spot[]): Issue[] =>
  spots.filter((spot) => !asData(spot)).flatMap((spot) => {
    const reason = refusalOf(String(spot.value['pattern']))
    return reason === undefined ? [] : [at(spot, 'pattern', 'document.patternUnsafe', { reason })]
  }).slice(0, documentLimits.issues)

/** Whether a spot lies in a rule or in answers, where a name means nothing special. */
const asData = (spot: Spot | undefined): boolean => spot !== undefined && (spot.key === 'rule' || spot.key === 'answers' || asData(spot.above))
