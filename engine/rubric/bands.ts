import { all, type Method } from './method.ts'

/** By the band a number falls into, compared exactly; while the number is unknown, every band is possible. */
export const bands: Method = (rubric, frame) => {
  if (!rubric.bands) return { possible: all(rubric), issues: [] }
  const value = rubric.bands.value.number(frame)
  const issues = Number.isNaN(value) ? [...rubric.bands.value.runtimeIssues(frame)] : []
  const possible = new Set(rubric.bands.possible(frame).flatMap((i) => rubric.bandLevels[i] ?? []))
  return { possible: [...possible], issues, ...(!Number.isNaN(value) && { value }) }
}
