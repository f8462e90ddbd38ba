import { logicBook } from '../../engine/index.ts'
import { localeOf, type Command } from './command.ts'
import { readCompiled } from './load.ts'

/** The logic book as HTML on the standard output. */
export const book: Command = {
  name: 'book',
  usage: 'framework.json [--profile cycle.json] > book.html',
  summary: 'the printable logic book: fields, rules in words, thresholds with their basis, levels',
  async run(args, out) {
    const html = logicBook(await readCompiled(args.words[0], args), localeOf(args))
    out.line(args.flags['json'] ? JSON.stringify({ html }) : html)
    return 0
  },
}
