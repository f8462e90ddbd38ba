import { compile, hash, lint, logicBook, runCases, type Locale } from '../../engine/index.ts'
import type { Framework, Issue } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import { misfit } from '../validate.ts'

/** What takes long enough to hold up other requests; each runs in the worker thread, with data in and data out. */
export const tasks = {
  /** The hash a document will be published under; refuses one with errors or red golden cases. */
  publishable(document: Framework): string {
    const wrong = misfit({ $ref: 'framework.schema.json' }, document)
    if (wrong !== undefined) {
      const issue: Issue = { code: 'document.schema', severity: 'error', path: wrong.split(' ')[0] ?? '', params: { problem: wrong } }
      throw new Refusal('DOCUMENT_INVALID', { count: 1, issues: [issue] })
    }
    const { compiled, issues } = compile(document)
    const errors = (compiled ? lint(compiled) : issues).filter(({ severity }) => severity === 'error')
    if (!compiled || errors.length) throw new Refusal('DOCUMENT_INVALID', { count: errors.length, issues: errors.slice(0, 500) })
    const red = runCases(compiled).filter(({ pass }) => !pass)
    if (red.length) throw new Refusal('CASES_RED', { count: red.length, cases: red.slice(0, 100).map(({ point, index, name, expected, actual }) => ({ point, index, name, expected, actual })) })
    return hash(document)
  },
  /** The logic book of a document; undefined if it does not compile. */
  book(document: Framework, locale: Locale, nonce: string): string | undefined {
    const { compiled } = compile(document)
    return compiled && logicBook(compiled, locale, nonce)
  },
}
export type Tasks = typeof tasks
