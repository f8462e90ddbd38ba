import { applyFix, type Finding } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'

/** The section of the point editor a place of the document is edited in. */
export const sectionOf = (path: string): string => {
  const [, section = 'fields'] = /\/(calculations|checks|evidence|rubric|parameters|examples)\b/.exec(path) ?? []
  return section === 'examples' ? 'cases' : section
}

/** The edit that mends a finding. */
export const mend = ({ fix }: Finding) => (document: Framework): Framework => applyFix(document, fix?.edits ?? [])
