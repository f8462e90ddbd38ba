import { inputOf, type Compiled, type Input } from '../../engine/index.ts'
import type { Element, Submission } from '../../schemas/index.ts'
import { Misuse } from './command.ts'

/** The input a JSON file stands for: a submission, or values by element id. */
export function inputFrom(document: unknown): Input {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new Misuse('the answers must be an object')
  if ('format' in document && document.format === 'yardstick/submission@1') return inputOf(document as Submission)
  if ('answers' in document && typeof document.answers === 'object' && document.answers !== null) return document as unknown as Input
  return { answers: document as Record<string, unknown> }
}

/** A cell of CSV as the value its element takes; what does not read as one is handed on as text, for the engine to refuse. */
export function cellValue(text: string, element: Element): unknown {
  if (text.trim() === '') return null
  switch (element.type) {
    case 'number':
    case 'integer': return /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : text
    case 'boolean': return text === 'true' || text === '是' ? true : text === 'false' || text === '否' ? false : text
    case 'string': return text
    case 'array': try { return JSON.parse(text) as unknown } catch { return text }
  }
}

/** Ids of the nodes to report: those asked for, else the whole, the indicators of the first tier and the points. */
export function nodesFor(compiled: Compiled, asked: string | undefined): string[] {
  if (asked !== undefined) {
    const ids = asked.split(',')
    for (const id of ids) if (!compiled.nodes.has(id)) throw new Misuse(`there is no node “${id}”`)
    return ids
  }
  return [...compiled.nodes.values()].filter(({ kind, depth }) => kind !== 'indicator' || depth === 1).map(({ id }) => id)
}
