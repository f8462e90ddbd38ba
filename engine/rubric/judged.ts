import { all, type Method } from './method.ts'

/** By a person's choice; until it is made every level is possible. */
export const judged: Method = (rubric, _, chosen) => {
  const judgement = chosen === undefined ? -1 : rubric.levels.findIndex(({ id }) => id === chosen)
  return judgement >= 0 ? { possible: [judgement], judgement, issues: [] } : { possible: all(rubric), awaiting: true, issues: [] }
}
