import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'
import type { Strings } from '../strings.zh.ts'

/** Codes of the points that ask for an element. */
export function usersOf(document: Framework, element: string): string[] {
  const walk = (nodes: readonly Indicator[]): string[] =>
    nodes.flatMap((node) => [...walk(node.children ?? []), ...(node.evaluationPoints ?? []).filter((point) => Object.hasOwn(point.schema.properties, element)).map(({ code }) => code)])
  return walk(document.indicators)
}

/** What of a point reads one of its fields, as a person calls it: calculations, checks, conditions, the rubric. */
export function readersOf(point: EvaluationPoint, id: string, t: Strings): string[] {
  const reads = (value: unknown): boolean => new RegExp(`"var":\\[?"${id}"`).test(JSON.stringify(value ?? null))
  return [
    ...Object.values(point.calculations ?? {}).filter(({ rule }) => reads(rule)).map(({ title }) => title),
    ...(point.checks ?? []).filter(({ rule }) => reads(rule)).map(({ message }) => `${t.checks} · ${message}`),
    ...((point.layout ?? []).some((item) => item.field !== id && reads(item)) ? [`${t.visibleIf}${t.listed}${t.requiredIf}`] : []),
    ...(reads(point.evidence) ? [t.evidence] : []),
    ...(reads(point.rubric) ? [t.rubric] : []),
  ]
}
