import type { CompiledRubric } from '../compiled.ts'
import type { Issue } from '../../schemas/index.ts'
import type { Found, Method } from './method.ts'
import type { Frame } from '../rule/contract.ts'

/** By conditions: the first that holds, or the only one that does. */
export const criteria: Method = (rubric, frame) => (rubric.source.policy === 'unique' ? unique(rubric, frame) : first(rubric, frame))

/** Down the list: a condition that may hold adds its level, one that does hold ends the search. */
function first(rubric: CompiledRubric, frame: Frame): Found {
  const possible: number[] = []
  const issues: Issue[] = []
  for (const { level, rule } of rubric.criteria) {
    const truth = rule?.truth(frame) ?? 1
    if (truth !== 0) possible.push(level)
    if (truth === 2) return { possible, issues }
    if (truth === 1 && rule) issues.push(...rule.runtimeIssues(frame))
  }
  if (rubric.otherwise !== undefined) return { possible: [...possible, rubric.otherwise], issues }
  return possible.length > 0 ? { possible, issues } : { possible: [], failure: 'rubric.none', issues }
}

function unique(rubric: CompiledRubric, frame: Frame): Found {
  const truths = rubric.criteria.map(({ level, rule }) => ({ level, truth: rule?.truth(frame) ?? 1 }))
  const holding = truths.filter(({ truth }) => truth === 2).map(({ level }) => level)
  const open = truths.filter(({ truth }) => truth === 1).map(({ level }) => level)
  const issues = rubric.criteria.flatMap(({ rule }) => (rule && rule.truth(frame) === 1 ? [...rule.runtimeIssues(frame)] : []))
  if (holding.length > 1) return { possible: [], failure: 'rubric.several', issues }
  if (holding.length === 1) return open.length === 0 ? { possible: holding, issues } : { possible: holding, issues, unsettled: true }
  const otherwise = rubric.otherwise === undefined ? [] : [rubric.otherwise]
  return open.length + otherwise.length > 0 ? { possible: [...open, ...otherwise], issues } : { possible: [], failure: 'rubric.none', issues }
}
