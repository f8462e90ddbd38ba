import { finding, type Check } from './finding.ts'
import { levelsOf } from './levels.ts'

/** Limits that change nothing: no answer makes the condition hold, or none at which the level lies beyond the limit. */
export const limits: Check = ({ compiled }) =>
  compiled.points.flatMap((point) => {
    if (point.rubric.broken) return []
    const levels = levelsOf(point)
    return point.rubric.limits.flatMap(({ kind, limit }, i) => {
      const own = levels?.limits[i]
      if (!own || own.moves) return []
      const path = `${point.pointer}/rubric/${kind}/${(point.point.rubric[kind] ?? []).indexOf(limit)}`
      return [finding(own.holds ? 'lint.idleLimit' : 'lint.deadLimit', 'warning', own.holds ? `${path}/level` : path, point, { title: limit.title, kind, level: limit.level }, { fix: { title: '', edits: [{ path }] } })]
    })
  })
