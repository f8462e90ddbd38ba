/** One line of the report. */
export interface Line { name: string; value: number; unit: string; baseline: string; ratio: number }

/** Median time of one call in microseconds, the candidates taking turns so that load and heat hit them alike. */
export function race(candidates: Record<string, () => unknown>, { rounds = 15, budget = 40 } = {}): Record<string, number> {
  const names = Object.keys(candidates)
  const repeats: Record<string, number> = {}
  for (const name of names) repeats[name] = warm(candidates[name], budget)
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const [run, count] = [candidates[name], repeats[name] ?? 1]
      const started = performance.now()
      for (let i = 0; i < count; i++) run?.()
      times[name]?.push(((performance.now() - started) * 1000) / count)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name] ?? [])]))
}

function warm(run: (() => unknown) | undefined, budget: number): number {
  let count = 0
  const started = performance.now()
  while (performance.now() - started < budget * 3 || count < 20) {
    run?.()
    count++
  }
  return Math.max(1, Math.ceil((count * budget) / (performance.now() - started)))
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}

export const line = (name: string, value: number, unit: string, baseline: string, ratio: number): Line => ({ name, value: rounded(value), unit, baseline, ratio: rounded(ratio) })
const rounded = (x: number): number => Number(x.toPrecision(4))
