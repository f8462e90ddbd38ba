import { migrate as carry, suggestMapping, type Mapping } from '../../engine/index.ts'
import { inputFrom } from './answers.ts'
import { flag, Misuse, type Command } from './command.ts'
import { readJson, readSound } from './load.ts'
import { table } from './table.ts'

/** What answers of one edition become in the next; nothing is written anywhere. */
export const migrate: Command = {
  name: 'migrate',
  usage: 'old.json new.json answers.json [--mapping mapping.json]',
  summary: 'propose the answers of one edition for the next, each with its origin, and name those that are not carried; the mapping is the one diff --json suggests, edited, or else that suggestion',
  async run(args, out) {
    const [before, after] = [await readSound(args.words[0]), await readSound(args.words[1])]
    const { answers } = inputFrom(await readJson(args.words[2]))
    const { proposals, dropped } = carry(answers, before, after, await mappingFrom(flag(args, 'mapping')) ?? suggestMapping(before, after))
    if (args.flags['json']) out.line(JSON.stringify({ proposals, dropped }, null, 2))
    else {
      const rows = [...proposals.map(({ id, value, origin, how, factor }) => [origin.id, id, factor === undefined ? how : `× ${factor}`, JSON.stringify(value)]), ...dropped.map(({ id, value, reason }) => [id, '', `not carried: ${reason}`, JSON.stringify(value)])]
      if (rows.length > 0) out.line(table(['from', 'to', 'how', 'value'], rows))
      out.line(`${proposals.length} proposed, ${dropped.length} not carried`)
    }
    return dropped.length > 0 ? 1 : 0
  },
}

/** A mapping by itself, or the answer of `diff --json` that holds one. */
async function mappingFrom(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined
  const document = await readJson(path)
  const own = typeof document === 'object' && document !== null && 'mapping' in document ? document.mapping : document
  if (!isMapping(own)) throw new Misuse(`${path} holds no mapping: lists of points and elements, each with before and after`)
  return own
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && 'points' in value && 'elements' in value && [value.points, value.elements].every((list) => Array.isArray(list) && list.every((one: unknown) => typeof one === 'object' && one !== null && 'before' in one && 'after' in one))
