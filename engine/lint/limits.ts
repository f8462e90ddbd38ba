import { settledTruth } from './constant.ts'
import { finding, type Check } from './finding.ts'

/** Limits that change nothing: a cap at the best level, a floor at the worst, a condition that is never true. */
export const limits: Check = ({ compiled }) =>
  compiled.points.flatMap((point) => point.rubric.limits.flatMap(({ kind, limit, level, rule }) => {
    const index = (point.point.rubric[kind] ?? []).indexOf(limit)
    const path = `${point.pointer}/rubric/${kind}/${index}`
    const last = point.rubric.levels.length - 1
    const idle = (kind === 'cap' && level === 0) || (kind === 'floor' && level === last)
    const never = rule && rule.node.kind === 'call' && settledTruth(rule.node) === false
    return [
      ...(idle ? [finding('lint.idleLimit', 'warning', `${path}/level`, point, { kind, level: limit.level })] : []),
      ...(never ? [finding('lint.idleLimit', 'warning', path, point, { kind, level: limit.level })] : []),
    ]
  }))
