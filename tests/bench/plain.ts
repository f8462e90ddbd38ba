import jsonLogic from 'json-logic-js'
import { rulesOf, scoreOf, type PointRules } from './workload.ts'

const apply = (rule: unknown, data: unknown): unknown => jsonLogic.apply(rule as jsonLogic.RulesLogic, data)

/** The workload as json-logic-js runs it: rules interpreted, aggregation in plain JavaScript. */
export function plainEngine(points: number): (answers: Record<string, unknown>) => number {
  const all: PointRules[] = Array.from({ length: points }, (_, i) => rulesOf(i))
  return (answers) => {
    const data = { ...answers }
    for (const { calculations } of all) for (const [id, rule] of calculations) data[id] = apply(rule, data)
    let [total, weights, failed] = [0, 0, 0]
    let [group, groupWeight] = [0, 0]
    for (const [i, { checks, levels }] of all.entries()) {
      for (const check of checks) if (apply(check, data) === false) failed++
      const level = levels.find(([, rule]) => apply(rule, data) === true)
      group += scoreOf(level?.[0] ?? 'd') * ((i % 3) + 1)
      groupWeight += (i % 3) + 1
      if (i % 5 === 4 || i === points - 1) {
        total += group / groupWeight
        weights += 1
        group = groupWeight = 0
      }
    }
    return total / weights + failed * 0
  }
}
