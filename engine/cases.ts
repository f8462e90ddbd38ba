import type { GoldenCase, Node } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'
import { evaluatePoint } from './evaluate.ts'

/** How one golden case went. */
export interface CaseResult {
  point: string
  /** Position among the point's examples. */
  index: number
  name: string
  pass: boolean
  expected: GoldenCase['expect']
  actual: Node
}

/** Runs every golden case of the selected points (or of one). A case passes when every part it states is met. */
export function runCases(compiled: Compiled, only?: string): CaseResult[] {
  return compiled.points.filter(({ id }) => only === undefined || id === only).flatMap((info) =>
    (info.point.examples ?? []).map((example, index): CaseResult => {
      const { id } = info
      const actual = evaluatePoint(compiled, {
        answers: example.answers,
        ...(example.previous && { previous: example.previous }),
        ...(example.evidence && { evidence: { [id]: example.evidence } }),
        ...(example.judgement !== undefined && { judgements: { [id]: { level: example.judgement } } }),
      }, info)
      return { point: id, index, name: example.name, pass: meets(actual, example.expect), expected: example.expect, actual }
    }))
}

function meets(actual: Node, { status, level, possible, score }: GoldenCase['expect']): boolean {
  return actual.status === status && (level === undefined || actual.level === level) && (score === undefined || actual.score === score) &&
    (possible === undefined || (possible.length === actual.possible.length && possible.every((id) => actual.possible.includes(id))))
}
