import type { Rubric } from '../../schemas/index.ts'

/** Changes some properties of a rubric, as it is when the edit is applied. */
export type SetRubric = (patch: Partial<Rubric> | ((rubric: Rubric) => Partial<Rubric>), group?: string) => void
