/** The grid of numbers with so many decimals: each is a whole number of steps, and the double nearest to what is written. */
const scaleOf = (decimals: number): number => 10 ** decimals

/** The number so many steps from 0. */
export const numberAt = (steps: number, decimals: number): number => steps / scaleOf(decimals)

/** How many steps from 0 the last number of the grid lies that is not above a number; undefined where steps are finer than doubles. */
export function stepsTo(value: number, decimals: number): number | undefined {
  const steps = Math.floor(value * scaleOf(decimals))
  if (!Number.isSafeInteger(steps)) return undefined
  // The product may be rounded across a whole number, by less than one step.
  return numberAt(steps, decimals) > value ? steps - 1 : numberAt(steps + 1, decimals) <= value ? steps + 1 : steps
}

/** Whether a number lies on the grid, as far as doubles tell. */
export function onGrid(value: number, decimals: number): boolean {
  const steps = stepsTo(value, decimals)
  return steps === undefined || numberAt(steps, decimals) === value
}
