import type { Issue } from '../schemas/index.ts'
import { formIssues, type DocumentKind } from './form.ts'
import { issue, mostIssues, segment } from './issue.ts'
import { patternOf } from './pattern/pattern.ts'

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
  const bounds = within(document)
  if (bounds.length > 0) return bounds
  const issues = formIssues(kind, document as object, documentLimits.issues)
  if (kind === 'framework' && issues.length === 0) issues.push(...patterns(document))
  return issues
}

/** Depth, size and names, without recursion: this is what protects every recursive walk that follows. */
function within(document: unknown): Issue[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return [issue('document.type', 'error', '', { expected: 'object' })]
  let count = 0
  let tree = 0
  let level: { value: unknown; path: string }[] = [{ value: document, path: '' }]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > documentLimits.depth) return [issue('limit.depth', 'error', level[0]?.path ?? '', { limit: documentLimits.depth })]
    const next: typeof level = []
    for (const { value, path } of level) {
      if (++count > documentLimits.nodes) return [issue('limit.size', 'error', path, { limit: documentLimits.nodes })]
      if (typeof value === 'string' && value.length > documentLimits.text) return [issue('limit.text', 'error', path, { limit: documentLimits.text })]
      if (typeof value === 'number' && !Number.isFinite(value)) return [issue('document.number', 'error', path)]
      if (typeof value === 'undefined' || typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return [issue('document.value', 'error', path)]
      if (typeof value !== 'object' || value === null) continue
      if (Object.keys(value).length > documentLimits.members) return [issue('limit.size', 'error', path, { limit: documentLimits.members })]
      for (const [key, item] of Object.entries(value)) {
        if (forbidden.has(key)) return [issue('document.name', 'error', `${path}/${segment(key)}`, { name: key })]
        if (key.length > documentLimits.name || /\p{Surrogate}/u.test(key)) return [issue('document.name', 'error', path, { name: key.slice(0, 20) })]
        if (branches.has(key) && Array.isArray(item)) tree += item.length
        if (tree > documentLimits.nodesOfTree) return [issue('limit.size', 'error', `${path}/${segment(key)}`, { limit: documentLimits.nodesOfTree })]
        next.push({ value: item, path: `${path}/${segment(key)}` })
      }
    }
    level = next
  }
  return []
}

/** Patterns an author wrote, wherever elements and columns stand. */
function patterns(document: unknown, path = '', found: Issue[] = []): Issue[] {
  if (typeof document !== 'object' || document === null) return found
  for (const [key, value] of Object.entries(document)) {
    const own = `${path}/${segment(key)}`
    if (key === 'pattern' && typeof value === 'string') {
      const made = patternOf(value)
      if (found.length >= documentLimits.issues) return found
      if (typeof made === 'string') found.push(issue('document.patternUnsafe', 'error', own, { reason: made }))
    } else if (key !== 'rule' && key !== 'answers') patterns(value, own, found)
  }
  return found
}
