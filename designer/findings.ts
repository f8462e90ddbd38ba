import { applyFix, type Finding } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'
import type { Strings } from './strings.zh.ts'

/** The section of the point editor a place of the document is edited in. */
export const sectionOf = (path: string): string => {
  const [, section = 'fields'] = /\/(calculations|checks|evidence|rubric|parameters|examples)\b/.exec(path) ?? []
  return section === 'examples' ? 'cases' : section
}

/** The edit that mends a finding. */
export const mend = ({ fix }: Finding) => (document: Framework): Framework => applyFix(document, fix?.edits ?? [])

/** What mending a finding does, on its button: what is required, taken out, or put in another's place. */
export function mendWords({ fix }: Finding, t: Strings): string {
  const [edit] = fix?.edits ?? []
  if (edit?.path.endsWith('/required')) return t.fixRequire
  if (edit && edit.value === undefined) return t.fixRemove
  return fix?.title ? t.fixTo(fix.title) : t.fix
}
