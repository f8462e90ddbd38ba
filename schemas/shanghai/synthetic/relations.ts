import type { EvaluationPoint } from '../../types.ts'

type Values = Record<string, unknown>
interface Relation { part: string[]; whole: string[] }

/** What the checks say must not exceed what: part ≤ whole, where either may be a sum of figures. */
export function relationsOf(points: readonly EvaluationPoint[]): Relation[] {
  return points.flatMap(({ checks = [] }) => checks).flatMap(({ severity, rule }) => {
    const sides = severity === 'error' ? (rule as { '<='?: unknown[] })['<='] : undefined
    const [part, whole] = (sides ?? []).map(names)
    return part && whole ? [{ part, whole }] : []
  })
}

function names(side: unknown): string[] | undefined {
  const { var: name, '+': sum } = side as { var?: unknown; '+'?: unknown[] }
  if (typeof name === 'string') return name.includes('.') ? undefined : [name]
  const parts = sum?.map(names)
  return parts?.every((part) => part !== undefined) ? parts.flat() : undefined
}

const total = (values: Values, ids: readonly string[]): number | undefined => {
  const numbers = ids.map((id) => values[id])
  return numbers.every((value): value is number => typeof value === 'number') ? numbers.reduce((sum, value) => sum + value, 0) : undefined
}

/** Takes what is too much off the last part, until nothing exceeds its whole. */
export function reconcile(values: Values, relations: readonly Relation[]): void {
  for (let turn = 0; turn < 4; turn++) {
    for (const { part, whole } of relations) {
      const have = total(values, part)
      const limit = total(values, whole)
      const last = part.at(-1)
      if (have === undefined || limit === undefined || last === undefined || have <= limit) continue
      values[last] = Math.max(0, (values[last] as number) - (have - limit))
    }
  }
}
