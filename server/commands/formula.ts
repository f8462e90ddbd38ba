import { formulaMessage, parse, print, vocabularyOf, operators, type Vocabulary } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { flag, localeOf, Misuse, type Command } from './command.ts'
import { readCompiled, readJson } from './load.ts'
import { width } from './table.ts'

/** A formula as a rule, a rule as a formula. */
export const formula: Command = {
  name: 'formula',
  usage: '"formula"|rule|rule.json [--framework framework.json --point id]',
  summary: 'formula to JSON-Logic and back; names are those of the framework’s point',
  async run(args, out) {
    const [given] = args.words
    if (given === undefined) throw new Misuse('a formula or a file is missing')
    const path = flag(args, 'framework')
    const words: Vocabulary = path === undefined ? { names: [], functions: [...operators.values()].map(({ name, names }) => ({ operator: name, ...names })) } : vocabularyOf(await readCompiled(path, args), flag(args, 'point') ?? '')
    const locale = localeOf(args)
    const say = (text: string, json: unknown): void => out.line(args.flags['json'] ? JSON.stringify(json) : text)
    const stored = given.endsWith('.json') ? await readJson(given) : ruleIn(given)
    if (stored !== undefined) {
      const text = print(stored as Rule, words, locale)
      say(text, { formula: text })
      return 0
    }
    const { rule, error } = parse(given, words)
    if (!error) {
      say(JSON.stringify(rule), { rule })
      return 0
    }
    const message = formulaMessage(error, locale)
    if (args.flags['json']) out.line(JSON.stringify({ error: { ...error, message } }))
    else out.problem(`${given}\n${' '.repeat(width(given.slice(0, error.from)))}${'^'.repeat(Math.max(1, width(given.slice(error.from, error.to))))} ${error.code} ${message}`)
    return 1
  },
}

/** A rule given as JSON-Logic itself: no formula reads as an object of JSON. */
function ruleIn(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
