import type { Node, Scale } from '../../schemas/index.ts'

/** A result in the fewest letters: the level's mark, or the marks of those still possible. */
export function levelIn(scale: Scale | undefined, node: Node | undefined, dash: string): string {
  const mark = (id: string | undefined): string => { const level = scale?.levels.find((one) => one.id === id); return level?.mark ?? level?.label ?? id ?? dash }
  if (!node || node.status === 'notApplicable') return dash
  return node.status === 'determined' ? mark(node.level) : node.possible.length > 0 && node.possible.length < (scale?.levels.length ?? 0) ? node.possible.map(mark).join('/') : '?'
}
