import { levelSign, levelWords } from '../../engine/index.ts'
import type { Level, Node, Scale } from '../../schemas/index.ts'
import type { Strings } from '../strings.zh.ts'

export const levelIn = (scale: Scale | undefined, id: string | undefined): Level | undefined => scale?.levels.find((level) => level.id === id)

/** `B 或 C`; in full words where the scale has no letters: a sign alone says too little. */
export function possibleWords(node: Node, scale: Scale | undefined, t: Strings): string {
  const names = node.possible.map((id) => levelIn(scale, id)).filter((level) => level !== undefined).map(levelSign)
  return names.length === 0 || (names.length > 3 && names.length === scale?.levels.length) ? '' : names.length < 3 ? names.join(t.or) : `${names.slice(0, -1).join(t.listed)}${t.or}${names.at(-1)}`
}

/** A node's result in words, for labels and screen readers. */
export function nodeWords(node: Node | undefined, scale: Scale | undefined, t: Strings): string {
  if (!node || node.status === 'notApplicable') return t.notApplicable
  if (node.status === 'failed') return t.failed
  if (node.status === 'determined') {
    const level = levelIn(scale, node.level)
    return level ? levelWords(level) : node.score === undefined ? t.noLevel : String(node.score)
  }
  const set = possibleWords(node, scale, t)
  const lead = node.awaiting ? t.awaiting : t.undetermined
  return set ? `${lead}${t.colon}${set}` : lead
}
