import type { Method } from './method.ts'

/** A number and no level. */
export const score: Method = (rubric, frame) => ({ possible: [], issues: rubric.score ? [...rubric.score.runtimeIssues(frame)] : [] })
