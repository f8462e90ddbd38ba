import * as module from '../engine/index.ts'
import type { Framework, Issue, Outcome, Profile, Submission, Cycle, Unit } from '../schemas/index.ts'
import { sha256 } from './store/seal.ts'

export interface Compiled { framework: Framework; profile?: Profile }
export interface Input { answers: Record<string, unknown>; evidence?: Record<string, Record<string, number>>; judgements?: Record<string, { level: string }>; previous?: Record<string, unknown>; unit?: Unit; cycle?: { id?: string; year?: number } }
export interface CaseResult { point: string; index: number; name: string; pass: boolean; expected: unknown; actual: unknown; issues: Issue[] }
interface Engine {
  compile(framework: Framework, profile?: Profile): { compiled?: Compiled; issues: Issue[] }
  evaluate(compiled: Compiled, input: Input, options?: { trace?: boolean | string[]; hash?: boolean }): Outcome
  inputOf(submission: Submission, more?: { cycle?: Cycle; previous?: Submission | Record<string, unknown> }): Input
  runCases(compiled: Compiled): CaseResult[]
  hash(document: unknown): string
}
const found = module as unknown as Partial<Engine>

export const compile: Engine['compile'] = found.compile ?? ((framework, profile) => ({ compiled: { framework, ...(profile ? { profile } : {}) }, issues: [] }))
export const evaluate: Engine['evaluate'] = found.evaluate ?? ((compiled) => ({ format: 'yardstick/outcome@1', framework: { id: compiled.framework.id, edition: compiled.framework.edition }, inputs: '', nodes: {}, calculations: {}, issues: [] }))
export const inputOf: Engine['inputOf'] = found.inputOf ?? ((submission) => ({ answers: Object.fromEntries(Object.entries(submission.answers).map(([id, answer]) => [id, answer.value])) }))
export const runCases: Engine['runCases'] = found.runCases ?? (() => [])
export const hash: Engine['hash'] = found.hash ?? ((document) => sha256(JSON.stringify(sorted(document))))
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]))
}
