import type { CaseResult, Finding } from '../../engine/index.ts'
import type { Row } from './rows.ts'

/** What stands at a node: errors, cases that do not agree, warnings. */
export interface Mark { errors: number; red: number; warnings: number }

export const clear: Mark = { errors: 0, red: 0, warnings: 0 }

/** The mark of each node, with what stands below it. */
export function marksOf(issues: readonly Pick<Finding, 'point' | 'severity'>[], cases: readonly Pick<CaseResult, 'point' | 'pass'>[], rows: readonly Pick<Row, 'id' | 'parent'>[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>()
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]))
  const note = (point: string, kind: keyof Mark): void => {
    for (let id: string | undefined = point; id !== undefined; id = parents.get(id)) {
      const old = marks.get(id) ?? clear
      marks.set(id, { ...old, [kind]: old[kind] + 1 })
    }
  }
  for (const { point, severity } of issues) if (point !== undefined && severity !== 'info') note(point, severity === 'error' ? 'errors' : 'warnings')
  for (const { point, pass } of cases) if (!pass) note(point, 'red')
  return marks
}
