import { compile } from '../../engine/compile.ts'
import { session } from '../../engine/session.ts'
import { line, race, type Line } from './measure.ts'
import { plainEngine } from './plain.ts'
import { answersFor, workload } from './workload.ts'

/** One value typed into an open session. */
export function keystroke(points: number): Line[] {
  const { compiled } = compile(workload(points))
  if (!compiled) throw new Error('workload does not compile')
  const answers = answersFor(points, 7)
  const open = session(compiled, { answers })
  const plain = plainEngine(points)
  let turn = 0
  const key = (): [string, number] => {
    const i = (turn * 37) % points
    turn++
    return [`part${i}`, Number(answers[`whole${i}`]) - (turn % 9)]
  }
  // Every rule has been typed into often enough to be compiled for good.
  for (let i = 0; i < 40_000; i++) open.set(...key())
  // One after the other: garbage of the slow one would be charged to the fast one.
  const { ours = NaN } = race({
    ours: () => {
      const [id, value] = key()
      return open.set(id, value)
    },
  })
  const { plain: interpreted = NaN } = race({
    plain: () => {
      const [id, value] = key()
      answers[id] = value
      return plain(answers)
    },
  }, { rounds: 9 })
  return [line(`keystroke at ${points} points`, ours, 'µs', 'json-logic-js, everything again (times faster)', interpreted / ours)]
}
