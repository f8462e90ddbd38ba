import type { Framework } from '../../../schemas/index.ts'
import { nodeWords } from '../Level.tsx'
import type { Strings } from '../strings.zh.ts'
import type { Row } from './rows.ts'

/** A cell of the matrix in words: the unit's result, or that it has not begun. */
export function cellWords(framework: Framework, row: Row, column: string, s: Strings, brief = false): string {
  return row.stage === 'notStarted' ? s.states.notStarted : nodeWords(framework, row.nodes[column], s, brief)
}
