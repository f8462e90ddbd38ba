import { compile } from '../../engine/compile.ts'
import { evaluate } from '../../engine/evaluate.ts'
import { handWritten } from './hand.ts'
import { line, race, type Line } from './measure.ts'
import { plainEngine } from './plain.ts'
import { answersFor, workload } from './workload.ts'

const variants = [['', {}], [', 5 % missing', { absent: 0.05 }], [', every ratio on its threshold', { tied: true }]] as const

/** One whole evaluation of a submission, fields entered and outcome put together. */
export async function evaluation(points: number): Promise<Line[]> {
  const { compiled, issues } = compile(workload(points))
  if (!compiled) throw new Error(JSON.stringify(issues.slice(0, 3)))
  const [plain, hand] = [plainEngine(points), await handWritten(points)]
  const lines: Line[] = []
  for (const [what, options] of variants) {
    const submissions = Array.from({ length: 40 }, (_, seed) => answersFor(points, seed + 1, options))
    for (const answers of submissions) if (what === '') agree(evaluate(compiled, { answers }).nodes['bench']?.score, plain(answers), hand(answers))
    let turn = 0
    const next = (): Record<string, unknown> => submissions[turn++ % submissions.length] ?? {}
    const times = race({ ours: () => evaluate(compiled, { answers: next() }), plain: () => plain(next()), hand: () => hand(next()) }, { rounds: points > 100 ? 9 : 15 })
    const { ours = NaN, plain: interpreted = NaN, hand: written = NaN } = times
    lines.push(line(`evaluate ${points} points${what}`, ours, 'µs', 'json-logic-js (times faster)', interpreted / ours))
    if (what === '') lines.push(line(`evaluate ${points} points${what}`, ours, 'µs', 'hand-written JavaScript (times slower)', ours / written))
  }
  return lines
}

function agree(...scores: (number | undefined)[]): void {
  const [first = NaN] = scores
  if (scores.some((score) => Math.abs((score ?? NaN) - first) > 1e-9)) throw new Error(`engines disagree: ${scores.join(' ')}`)
}
