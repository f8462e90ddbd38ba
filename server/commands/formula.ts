import { parse, print, vocabularyOf, operators, type Vocabulary } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { flag, localeOf, Misuse, type Command } from './command.ts'
import { readCompiled, readJson } from './load.ts'

/** A formula as a rule, a rule as a formula. */
export const formula: Command = {
  name: 'formula',
  usage: '"formula"|rule.json [--framework framework.json --point id]',
  summary: 'formula to JSON-Logic and back; names are those of the framework’s point',
  async run(args, out) {
    const [given] = args.words
    if (given === undefined) throw new Misuse('a formula or a file is missing')
    const path = flag(args, 'framework')
    const words: Vocabulary = path === undefined ? { names: [], functions: [...operators.values()].map(({ name, names }) => ({ operator: name, ...names })) } : vocabularyOf(await readCompiled(path, args), flag(args, 'point') ?? '')
    if (given.endsWith('.json')) {
      out.line(print((await readJson(given)) as Rule, words, localeOf(args)))
      return 0
    }
    const { rule, error } = parse(given, words)
    if (!error) {
      out.line(JSON.stringify(rule))
      return 0
    }
    out.problem(`${given}\n${' '.repeat(error.from)}${'^'.repeat(Math.max(1, error.to - error.from))} ${error.code} ${Object.values(error.params ?? {}).join(' ')}${error.suggestion === undefined ? '' : ` — ${error.suggestion}?`}`)
    return 1
  },
}
