import type { Method } from './method.ts'

/** No level: what was written stands for itself. */
export const narrative: Method = () => ({ possible: [], issues: [] })
