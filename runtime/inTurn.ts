import type { Compiled } from '../engine/index.ts'

type Layout = Compiled['layout']
type Program = NonNullable<Layout['program']>
type Calculation = Compiled['calculations'][number]
interface Step { rule: NonNullable<Calculation['rule']>; variable?: Calculation['variable'] }
interface Part extends ReturnType<Program['behind']> { readonly steps: readonly Required<Step>[] }

/**
 * In place of the engine's flat program in the build of the element, which judges one submission and not thousands: the
 * calculations one after the other, by closures; all other rules when they are asked for.
 */
export function link(layout: Layout, steps: readonly Step[]): void {
  const calculations = steps.filter((step): step is Required<Step> => step.variable !== undefined)
  const program: Program = {
    template: (empty) => empty.slice(),
    run: (frame) => calculations.forEach(({ rule, variable }) => rule.store(frame, variable)),
    behind(slots): Part {
      const changed = new Set(slots)
      const resting = calculations.filter(({ rule, variable }) => rule.reads.some((slot) => changed.has(slot)) && changed.add(variable.slot))
      const written = resting.map(({ variable }) => variable.slot)
      return { steps: resting, code: new Int32Array(), written, before: new Float64Array(written.length) }
    },
    rerun(frame, part) {
      part.written.forEach((slot, i) => { part.before[i] = frame.numbers[slot] ?? NaN })
      for (const { rule, variable } of (part as Part).steps) rule.store(frame, variable)
    },
  }
  layout.program = program
}
