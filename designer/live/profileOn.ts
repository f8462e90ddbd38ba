import type { Cycle, Framework, Indicator } from '../../schemas/index.ts'

type Profile = Cycle['profile']

/**
 * A cycle's profile as it applies to a document: what was chosen and adjusted, as far as the document still has it. A point that was
 * confirmed to come from a chosen one is chosen in its place.
 */
export function profileOn(document: Framework, { points, parameters, weights, ...rest }: Profile): Profile {
  const nodes = new Set(idsIn(document.indicators))
  const heirs = (document.succession?.points ?? []).filter(({ before, relation }) => relation !== 'not_related' && points?.includes(before)).map(({ after }) => after)
  const kept = <T>(all: Readonly<Record<string, T>>, has: (id: string) => boolean): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([id]) => has(id)))
  return {
    ...rest,
    ...(points && { points: [...new Set([...points, ...heirs])].filter((id) => nodes.has(id)) }),
    ...(parameters && { parameters: kept(parameters, (id) => typeof document.parameters[id]?.value === typeof parameters[id]?.value) }),
    ...(weights && { weights: kept(weights, (id) => nodes.has(id)) }),
  }
}

const idsIn = (nodes: readonly Indicator[]): string[] => nodes.flatMap(({ id, children = [], evaluationPoints = [] }) => [id, ...idsIn(children), ...evaluationPoints.map((point) => point.id)])
