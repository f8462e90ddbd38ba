import { coverage, proposeCases, runCases, type Uncovered } from '../../engine/index.ts'
import { type Command } from './command.ts'
import { readCompiled } from './load.ts'
import { table } from './table.ts'

/** Runs the golden cases and says which levels, boundaries and branches they reach; can propose the ones that are missing. */
export const cases: Command = {
  name: 'cases',
  usage: 'framework.json [--propose]',
  summary: 'run the golden cases, show which levels, boundaries and branches they cover, propose boundary cases',
  async run(args, out) {
    const compiled = await readCompiled(args.words[0], args)
    const results = runCases(compiled)
    const covered = coverage(compiled)
    const proposals = args.flags['propose'] ? compiled.points.flatMap((point) => proposeCases(compiled, point.id).map((proposal) => ({ point: point.id, ...proposal }))) : []
    const red = results.filter(({ pass }) => !pass)
    if (args.flags['json']) out.line(JSON.stringify({ results: results.map(({ point, name, pass }) => ({ point, name, pass })), coverage: covered.map(({ open, ...one }) => ({ ...one, open: open.map(wordsOf) })), proposals }, null, 2))
    else {
      out.line(table(['code', 'point', 'cases', 'levels', 'boundaries', 'branches', 'not covered'], covered.map(({ point, cases: count, levels, boundaries, branches, open }) => [compiled.point(point)?.code, compiled.point(point)?.title, count, `${levels.covered}/${levels.all}`, `${boundaries.covered}/${boundaries.all}`, `${branches.covered}/${branches.all}`, open.map(wordsOf).join('、')]), 40))
      for (const { point, name, expected, actual } of red) out.line(`✗ ${compiled.point(point)?.code ?? point} ${name}: expected ${expected.level ?? expected.status}, got ${actual.level ?? actual.status}`)
      for (const { point, example } of proposals) out.line(`+ ${compiled.point(point)?.code ?? point} ${example.name}: ${JSON.stringify(example.answers)} → ${example.expect.level ?? example.expect.status}`)
      out.line(`${results.length - red.length} of ${results.length} cases pass${args.flags['propose'] ? `, ${proposals.length} proposed` : ''}`)
    }
    return red.length > 0 ? 1 : 0
  },
}

const wordsOf = (open: Uncovered): string => (open.kind === 'level' ? open.name : open.kind === 'boundary' ? `${open.name} = ${open.at}` : `${open.name} ${open.holds ? '✓' : '✗'}`)
