import { compile } from '../../engine/index.ts'
import { hostile } from '../engine/hostile.ts'
import { line, type Line } from './measure.ts'

/** How long it takes to refuse documents that are meant to cost: the slowest, and the middle one. */
export function refusal(): Line[] {
  const times = hostile.map(([name, , make]) => {
    const document = make()
    const all = Array.from({ length: 3 }, () => {
      const start = performance.now()
      compile(document)
      return performance.now() - start
    })
    return { name, time: Math.min(...all) }
  }).toSorted((a, b) => b.time - a.time)
  const [worst, middle] = [times[0], times[Math.floor(times.length / 2)]]
  if (!worst || !middle) throw new Error('no hostile documents')
  return [
    line(`refusing a hostile document, slowest: ${worst.name}`, worst.time, 'ms', 'at most 50 ms (share used)', worst.time / 50),
    line('refusing a hostile document, the middle one of all', middle.time, 'ms', 'at most 50 ms (share used)', middle.time / 50),
  ]
}
