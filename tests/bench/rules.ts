import { start } from '../../engine/rule/closure.ts'
import { compiler } from '../../engine/rule/compiler.ts'
import { compileRule, type CompiledRule } from '../../engine/rule/rule.ts'
import { typeOf } from '../../engine/rule/type.ts'
import { link, type Step } from '../../engine/rule/program.ts'
import { frame, layout, put } from '../../engine/slots.ts'
import type { Rule } from '../../schemas/index.ts'
import { floatRule } from './float.ts'
import { line, race, type Line } from './measure.ts'
import { answersFor, rulesOf, scoreOf, workload, type PointRules } from './workload.ts'
import type { Frame, Layout, Variable } from '../../engine/rule/contract.ts'

interface Point { calculations: [CompiledRule, number][]; checks: CompiledRule[]; levels: [CompiledRule, number][] }

/** What the workload's rules are written over. */
export interface Written { layout: Layout; rules: PointRules[] }

export function written(points: number): Written {
  const { elements } = workload(points)
  const rules = Array.from({ length: points }, (_, i) => rulesOf(i))
  return {
    rules,
    layout: layout([
      ...Object.entries(elements).map(([path, element]) => ({ path, type: typeOf(element) })),
      ...rules.flatMap(({ calculations }) => calculations.map(([path]) => ({ path, type: { kind: 'number' as const } }))),
    ]),
  }
}

/** The workload's rules, compiled. */
export function compiled({ layout: layoutOf, rules }: Written): { layout: Layout; points: Point[] } {
  const must = (rule: Rule): CompiledRule => {
    const made = compileRule(rule, layoutOf)
    if (!made.rule) throw new Error(JSON.stringify(made.issues))
    return made.rule
  }
  return {
    layout: layoutOf,
    points: rules.map(({ calculations, checks, levels }) => ({
      calculations: calculations.map(([path, rule]) => {
        const variable = layoutOf.variable(path)
        const made = must(rule)
        if (variable) [variable.rule, variable.type] = [made, made.type]
        return [made, variable?.slot ?? 0]
      }),
      checks: checks.map(must),
      levels: levels.map(([level, rule]) => [must(rule), scoreOf(level)]),
    })),
  }
}

/** The closures behind the rules, called as the plain ones are. */
function exactDriver({ points }: ReturnType<typeof compiled>): (frame: Frame) => number {
  const all = points.map(({ calculations, checks, levels }) => ({
    calculations: calculations.map(([{ node }, slot]) => ({ run: compiler.number(node), slot })),
    checks: checks.map(({ node }) => compiler.truth(node)),
    levels: levels.map(([{ node }, score]) => ({ run: compiler.truth(node), score })),
  }))
  return (frameOf) => {
    start(frameOf)
    const slots = frameOf.numbers
    let [total, failed] = [0, 0]
    for (const { calculations, checks, levels } of all) {
      for (const { run, slot } of calculations) slots[slot] = run(slots)
      for (const check of checks) if (check(slots) === 0) failed++
      for (const { run, score } of levels) {
        const truth = run(slots)
        if (truth === 2) total += score
        if (truth !== 0) break
      }
    }
    return total + failed * 0
  }
}

/** Makes one program of them. */
export function linked({ layout: layoutOf, points }: ReturnType<typeof compiled>): void {
  const calculations = points.flatMap((point) => point.calculations.map(([rule, slot]): Step => ({ rule, variable: layoutOf.variables[slot] as Variable })))
  link(layoutOf, [...calculations, ...points.flatMap(({ checks, levels }) => [...checks, ...levels.map(([rule]) => rule)].map((rule) => ({ rule })))])
}

/** The flat program, then every result read. */
function resultsDriver({ layout: layoutOf, points }: ReturnType<typeof compiled>): (frame: Frame) => number {
  return (frameOf) => {
    layoutOf.program?.run(frameOf)
    let [total, failed] = [0, 0]
    for (const { checks, levels } of points) {
      for (const check of checks) if (check.truth(frameOf) === 0) failed++
      for (const [rule, score] of levels) {
        const truth = rule.truth(frameOf)
        if (truth === 2) total += score
        if (truth !== 0) break
      }
    }
    frameOf.fresh = false
    return total + failed * 0
  }
}

function floatDriver(points: number, layoutOf: Layout): (slots: Float64Array) => number {
  const slotOf = (path: string): number => layoutOf.variable(path)?.slot ?? 0
  const text = (word: string): number => (word === 'rural' ? 1 : 0)
  const all = Array.from({ length: points }, (_, i) => rulesOf(i)).map(({ calculations, checks, levels }) => ({
    calculations: calculations.map(([path, rule]) => ({ run: floatRule(rule, slotOf, text), slot: slotOf(path) })),
    checks: checks.map((rule) => floatRule(rule, slotOf, text)),
    levels: levels.map(([level, rule]) => ({ run: floatRule(rule, slotOf, text), score: scoreOf(level) })),
  }))
  return (slots) => {
    let [total, failed] = [0, 0]
    for (const { calculations, checks, levels } of all) {
      for (const { run, slot } of calculations) slots[slot] = run(slots)
      for (const check of checks) if (check(slots) === 0) failed++
      for (const { run, score } of levels) {
        if (run(slots) === 2) {
          total += score
          break
        }
      }
    }
    return total + failed * 0
  }
}

/** Exactness and unknowns against the same closures on plain doubles: rules only, slots already filled. */
export function rules(points: number): Line[] {
  const made = compiled(written(points))
  const exact = exactDriver(made)
  const float = floatDriver(points, made.layout)
  linked(made)
  const program = resultsDriver(made)
  const submissions = Array.from({ length: 40 }, (_, seed) => {
    const answers = answersFor(points, seed + 1)
    const frameOf = frame(made.layout)
    for (const variable of made.layout.variables) if (answers[variable.path] !== undefined) put(frameOf, variable, answers[variable.path])
    const slots = frameOf.numbers.slice()
    for (let i = 0; i < points; i++) slots[made.layout.variable(`kind${i}`)?.slot ?? 0] = answers[`kind${i}`] === 'rural' ? 1 : 0
    return { frame: frameOf, slots }
  })
  for (const { frame: frameOf, slots } of submissions) if (exact(frameOf) !== float(slots) || program(frameOf) !== float(slots)) throw new Error('engines disagree')
  let turn = 0
  const next = (): (typeof submissions)[number] => submissions[turn++ % submissions.length] as (typeof submissions)[number]
  const times = race({ exact: () => exact(next().frame), float: () => float(next().slots), program: () => program(next().frame) })
  const value = times['exact'] ?? NaN
  const flat = times['program'] ?? NaN
  return [line(`rules of ${points} points, flat program`, flat, 'µs', 'closures on plain doubles', flat / (times['float'] ?? NaN)), line(`rules of ${points} points, exact and three-valued`, value, 'µs', 'same closures on plain doubles', value / (times['float'] ?? NaN))]
}
