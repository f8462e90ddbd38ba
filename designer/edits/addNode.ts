import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'
import { find, freshId, idStem, isPoint, setList } from './nodes.ts'

/** The code that follows a sibling's: 2.1.3 after 2.1.2. */
export function nextCode(parentCode: string, siblings: readonly { code: string }[]): string {
  const numbers = siblings.map(({ code }) => Number(code.split('.').at(-1))).filter(Number.isFinite)
  const next = Math.max(0, ...numbers) + 1
  return parentCode === '' ? String(next) : `${parentCode}.${next}`
}

const blankPoint = (id: string, code: string, title: string): EvaluationPoint => ({ id, code, title, requirement: '', schema: { type: 'object', properties: {} }, rubric: { method: 'narrative' } })

/** Adds an indicator under a parent (none: the first tier), at the end; gives its id. */
export function addIndicator(document: Framework, parent: string | undefined, title: string): { document: Framework; id: string } {
  const above = parent === undefined ? undefined : find(document, parent)?.node
  const siblings = above && !isPoint(above) ? (above.children ?? []) : document.indicators
  const code = nextCode(above?.code ?? '', siblings)
  const id = freshId(document, idStem('indicator', '', code))
  const node: Indicator = { id, code, title }
  return { document: setList(document, parent, 'children', (nodes) => [...nodes, node]), id }
}

/** Adds an evaluation point under an indicator, at the end; gives its id. */
export function addPoint(document: Framework, parent: string, title: string): { document: Framework; id: string } {
  const above = find(document, parent)?.node
  const siblings = above && !isPoint(above) ? [...(above.children ?? []), ...(above.evaluationPoints ?? [])] : []
  const code = nextCode(above?.code ?? '', siblings)
  const id = freshId(document, idStem('point', '', code))
  return { document: setList(document, parent, 'evaluationPoints', (nodes) => [...nodes, blankPoint(id, code, title)]), id }
}
