import type { Framework, Indicator } from '../../schemas/index.ts'

/** Codes of the points that ask for an element. */
export function usersOf(document: Framework, element: string): string[] {
  const walk = (nodes: readonly Indicator[]): string[] =>
    nodes.flatMap((node) => [...walk(node.children ?? []), ...(node.evaluationPoints ?? []).filter((point) => Object.hasOwn(point.schema.properties, element)).map(({ code }) => code)])
  return walk(document.indicators)
}
