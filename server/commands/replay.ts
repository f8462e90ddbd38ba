import { compile, inputOf, replay as replayed } from '../../engine/index.ts'
import type { Submission } from '../../schemas/index.ts'
import { Misuse, type Command } from './command.ts'
import { readCompiled, readJson, readSound } from './load.ts'
import { table } from './table.ts'

/** Last year's submissions under another edition: which levels and scores change, and why. */
export const replay: Command = {
  name: 'replay',
  usage: 'old.json new.json submissions.json [--profile cycle.json]',
  summary: 'judge submissions under both editions and list every level that changes, with the reason',
  async run(args, out) {
    const before = await readCompiled(args.words[0], args)
    const framework = await readSound(args.words[1])
    // A profile may select points the new edition has no longer.
    const { points } = before.profile
    const text = JSON.stringify(framework.indicators)
    const { compiled: after, issues } = compile(framework, { ...before.profile, ...(points && { points: points.filter((id) => text.includes(`"id":"${id}"`)) }) })
    if (!after) throw new Misuse(`the new edition cannot be used: ${issues[0]?.code ?? ''} ${issues[0]?.path ?? ''}`)
    const document = await readJson(args.words[2])
    const list = Array.isArray(document) ? document : (document as { submissions?: unknown } | null)?.submissions
    if (!Array.isArray(list) || !list.every(isSubmission)) throw new Misuse('submissions must be a list of submissions, each with its unit and answers')
    const result = replayed(before, after, list.map((submission) => ({ unit: submission.unit, input: inputOf(submission) })))
    const rows = result.units.flatMap(({ unit, changes }) => changes.map((change) => ({ unit, ...change })))
    if (args.flags['json']) out.line(JSON.stringify(result, null, 2))
    else {
      if (rows.length > 0) out.line(table(['unit', 'node', 'before', 'after', 'because of'], rows.map(({ unit, node, before: was, after: is, reasons }) => [unit, after.nodes.get(node)?.code || node, was?.level ?? was?.status, is?.level ?? is?.status, reasons.join(', ')])))
      out.line(`${result.units.filter(({ changes }) => changes.length > 0).length} of ${result.units.length} units change`)
    }
    return rows.length > 0 ? 1 : 0
  },
}

const isSubmission = (one: unknown): one is Submission =>
  typeof one === 'object' && one !== null && 'unit' in one && 'answers' in one && typeof one.answers === 'object' && one.answers !== null
