import type { Assignment } from './decide.ts'
import { nodesOf } from './finding.ts'
import type { Subject } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

/** Combinations of the subjects' candidate values: all of them, or where they are more than `most` a sample evenly apart, and then not `complete`. */
export interface Assignments extends Iterable<Assignment> { complete: boolean }

/** How many combinations can be afforded for conditions: fewer where each takes longer to decide. */
export function affordable(conditions: readonly Node[], most: number): number {
  let size = 1
  for (const condition of conditions) for (const _ of nodesOf(condition)) if (++size > work) return 0
  return Math.min(most, Math.floor(work / size))
}

/** Spots of rules looked at for one question. */
const work = 400_000

export function assignmentsOf(subjects: readonly Subject[], most: number): Assignments {
  const sizes = subjects.map(({ candidates }) => Math.max(1, candidates.length))
  const total = sizes.reduce((product, size) => product * size, 1)
  // A step that shares no factor with the number of combinations visits them all before it repeats.
  const stride = total > most ? Math.floor(total / most) | 1 : 1
  return {
    complete: total <= most,
    *[Symbol.iterator]() {
      for (let n = 0, at = 0; n < Math.min(total, most); n++, at = (at + stride) % total) {
        const values = new Map<string, number | string | boolean>()
        let rest = at
        for (const [i, { key, candidates }] of subjects.entries()) {
          const size = sizes[i] ?? 1
          const value = candidates[rest % size]
          rest = Math.floor(rest / size)
          if (value !== undefined) values.set(key, value)
        }
        yield values
      }
    },
  }
}
