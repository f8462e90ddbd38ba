import type { Compiled, PointInfo } from './compiled.ts'
import type { Boundary } from './coverage.ts'
import { dialsOf, type Answers, type Dial } from './dials.ts'
import type { Input } from './input.ts'
import { probe } from './probe.ts'

/** Where answers stand beside a threshold: on it, or one step of an answer off. */
export type Side = 'on' | 'below' | 'above'

/** Answers on one side of a threshold, and what the number comes to. */
export interface Standing { answers: Answers; value: number }

/** Most numbers moved together with another. */
const partners = 6

/**
 * Answers that stand on a threshold and as near as one step of one answer allows on either side of it, by moving one number
 * of these answers or, where none reaches it alone, two. Answers that a check refuses are not among them.
 */
export function standings(compiled: Compiled, point: PointInfo, { node, at }: Boundary, input: Input): Partial<Record<Side, Standing>> {
  const open = probe(compiled, input, point)
  const own: Answers = input.answers
  const dials = dialsOf(point, own)
  const fields = point.fields.filter(({ id }) => own[id] !== undefined).map(({ id }) => id)
  let held = own
  const fill = (answers: Answers): void => {
    if (answers === held) return
    open.fill(Object.fromEntries(fields.filter((id) => answers[id] !== held[id]).map((id) => [id, answers[id]])))
    held = answers
  }
  const valueOf = (answers: Answers): number | undefined => {
    fill(answers)
    return open.number(node)
  }
  const refused = (answers: Answers): boolean => {
    fill(answers)
    return open.outcome().issues.some(({ severity }) => severity === 'error')
  }
  const found: Partial<Record<Side, Standing>> = {}
  const meet = (answers: Answers | undefined): void => {
    const value = answers && valueOf(answers)
    if (!answers || value === undefined) return
    const side: Side = value === at ? 'on' : value < at ? 'below' : 'above'
    const known = found[side]
    if ((known === undefined || Math.abs(value - at) < Math.abs(known.value - at)) && !refused(answers)) found[side] = { answers, value }
  }
  /** Moves one dial to where the number meets the threshold if it changes evenly, then again from there. */
  const solve = (base: Answers, dial: Dial): number | undefined => {
    let x = dial.at
    for (let round = 0; round < 3; round++) {
      const further = dial.snap(x + Math.max(dial.step, Math.abs(x) / 100))
      const [here, there] = [dial.turn(base, x), dial.turn(base, further) ?? dial.turn(base, dial.snap(x - dial.step))]
      const x1 = dial.turn(base, further) ? further : dial.snap(x - dial.step)
      const [y0, y1] = [here && valueOf(here), there && valueOf(there)]
      if (y0 === undefined || y1 === undefined || y0 === y1) return undefined
      const next = dial.snap(x + ((at - y0) * (x1 - x)) / (y1 - y0))
      if (!Number.isFinite(next)) return undefined
      if (next === x) break
      x = next
    }
    return x
  }
  const around = (base: Answers, dial: Dial): void => {
    const x = solve(base, dial)
    if (x === undefined) return
    meet(dial.turn(base, x))
    for (const beside of [-dial.step, dial.step]) meet(dial.turn(base, dial.snap(x + beside)))
  }
  meet(own)
  if (!found.on) for (const one of dials) around(own, one)
  if (!found.on) {
    for (const other of dials.slice(0, partners)) {
      for (const x of round(other)) {
        const base = other.turn(own, x)
        for (const one of base ? dials : []) if (base && one !== other && !found.on) around(base, one)
      }
    }
  }
  if (!found.on && at === 0) for (const { id, schema } of point.fields) if (schema.type === 'array' && own[id] !== undefined) meet({ ...own, [id]: [] })
  // What stands on the threshold is the best place to step off it.
  const { on } = found
  if (on) for (const one of dialsOf(point, on.answers)) for (const beside of [-one.step, one.step]) meet(one.turn(on.answers, one.snap(one.at + beside)))
  return found
}

/** Round numbers near where a dial stands: fractions of them are more often numbers that can be entered. */
const round = ({ at, snap }: Dial): number[] => [...new Set([Number(at.toPrecision(2)), Number(at.toPrecision(1)), 10 ** Math.ceil(Math.log10(Math.abs(at) || 1)), 100, 1000].map(snap))].filter((x) => x !== at)
