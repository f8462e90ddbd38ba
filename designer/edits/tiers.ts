import type { Framework } from '../../schemas/index.ts'
import { replaceAt } from './list.ts'
import { merged } from './setNode.ts'

/** Renames a tier; a tier always has a name. */
export function setTier(document: Framework, index: number, title: string): Framework {
  const tier = document.tiers[index]
  return tier && title !== '' ? { ...document, tiers: replaceAt(document.tiers, index, merged(tier, { title })) } : document
}
