import { diff as difference, sayChanges, suggestMapping } from '../../engine/index.ts'
import { localeOf, type Command } from './command.ts'
import { readSound } from './load.ts'
import { table } from './table.ts'

/** What changed between two editions, by permanent id, and how points that were split or merged correspond. */
export const diff: Command = {
  name: 'diff',
  usage: 'old.json new.json [--locale zh|en]',
  summary: 'what was added, removed and updated by permanent id, with its effect, and a suggested mapping',
  async run(args, out) {
    const [before, after] = [await readSound(args.words[0]), await readSound(args.words[1])]
    const changes = difference(before, after)
    const mapping = suggestMapping(before, after)
    if (args.flags['json']) out.line(JSON.stringify({ changes, mapping }, null, 2))
    else {
      out.line(changes.length === 0 ? 'no difference' : table(['change', 'what', 'id', 'title', 'effects', 'parts'], changes.map(({ kind, entity, id, code, title, effects, parts }) => [kind, entity, id, [code, title].filter(Boolean).join(' '), effects.join(', '), parts.length])))
      const parts = sayChanges(changes, before, after, localeOf(args))
      for (const [i, change] of changes.entries()) {
        const said = parts[i] ?? []
        if (said.length > 0) out.line(`\n${[change.code, change.title ?? change.id].filter(Boolean).join(' ')}`)
        for (const { kind, what, before: was, after: is } of said) out.line(`  ${kind === 'added' ? '+ ' : kind === 'removed' ? '- ' : ''}${what}${was === undefined ? '' : `: ${was} → ${is ?? ''}`}`)
      }
      const moved = mapping.points.filter(({ before: old, after: young }) => old !== young)
      if (moved.length > 0) out.line(`\n${table(['old point', 'relation', 'new point', 'in common'], moved.map(({ before: old, after: young, relation, similarity }) => [old, relation, young, `${Math.round(similarity * 100)} %`]))}`)
    }
    return changes.length === 0 ? 0 : 1
  },
}
