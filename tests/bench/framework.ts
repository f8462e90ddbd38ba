import { readFileSync } from 'node:fs'
import { compile, evaluate, inputOf, lint, replay, runCases } from '../../engine/index.ts'
import type { Framework, Submission } from '../../schemas/index.ts'
import { line, race, type Line } from './measure.ts'

const read = <Document>(name: string): Document => JSON.parse(readFileSync(new URL(`../../schemas/shanghai/${name}`, import.meta.url), 'utf8')) as Document

/** The shipped framework as a whole: compiling, linting, its cases, and last year's submissions under the next edition. */
export function framework(): Line[] {
  const [edition, next] = [read<Framework>('framework.json'), read<Framework>('framework-2026.json')]
  const text = JSON.stringify(edition)
  const { compiled } = compile(edition)
  const { compiled: later } = compile(next)
  if (!compiled || !later) throw new Error('the shipped framework does not compile')
  const submissions = ['2024', '2025'].flatMap((year) => read<{ submissions: Submission[] }>(`synthetic/submissions-${year}.json`).submissions)
  // 16 units × 5 years
  const inputs = Array.from({ length: 80 }, (_, i) => submissions[i % submissions.length]).flatMap((submission) => (submission ? [{ unit: submission.unit, input: inputOf(submission) }] : []))
  const times = race({
    parse: () => JSON.parse(text) as unknown,
    compile: () => compile(edition), trusted: () => compile(edition, {}, { checked: true }), lint: () => lint(compiled), cases: () => runCases(compiled), replay: () => replay(compiled, later, inputs),
    evaluate: () => inputs.map(({ input }) => evaluate(compiled, input)),
  }, { rounds: 5, budget: 60 })
  const parse = times['parse'] ?? NaN
  const milliseconds = (name: string, title: string): Line => line(title, (times[name] ?? NaN) / 1000, 'ms', 'JSON.parse of the document', (times[name] ?? NaN) / parse)
  return [
    milliseconds('compile', 'compile Shanghai (36 points), form checked'), milliseconds('trusted', 'compile Shanghai, form trusted'), milliseconds('lint', 'lint Shanghai'), milliseconds('cases', `run its golden cases`),
    line('replay 16 units × 5 years × 36 points', (times['replay'] ?? NaN) / 1000, 'ms', 'evaluating them once', (times['replay'] ?? NaN) / (times['evaluate'] ?? NaN)),
    line('10,000 submissions of 36 points', ((times['evaluate'] ?? NaN) / inputs.length / 1000) * 10_000 / 1000, 's', 'JSON.parse of the document, each', (times['evaluate'] ?? NaN) / inputs.length / parse),
  ]
}
