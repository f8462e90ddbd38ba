import jsonLogic from 'json-logic-js'
import { compile, lint, messageOf, portability, runCases, type Compiled, type PlainEngine, type Portability } from '../../engine/index.ts'
import { localeOf, type Command, type Out } from './command.ts'
import { readFramework } from './load.ts'
import { table } from './table.ts'

/** Everything that can be wrong with a framework: its form, references, types, units, rubrics, and its golden cases. */
export const check: Command = {
  name: 'check',
  usage: 'framework.json [--portable]',
  summary: 'form, references, types, units, rubrics and golden cases; with --portable also what a plain JSON-Logic engine would decide otherwise',
  async run(args, out) {
    const locale = localeOf(args)
    const { framework, issues: form } = await readFramework(args.words[0])
    const { compiled, issues } = form.length > 0 ? { compiled: undefined, issues: form } : compile(framework)
    const findings = compiled ? lint(compiled) : issues
    const results = compiled ? runCases(compiled) : []
    const red = results.filter(({ pass }) => !pass)
    const foreign = compiled && args.flags['portable'] ? portability(compiled, jsonLogic as unknown as PlainEngine) : undefined
    const failed = findings.some(({ severity }) => severity !== 'info') || red.length > 0
    if (args.flags['json']) {
      out.line(JSON.stringify({ findings: findings.map((one) => ({ ...one, message: messageOf(one, locale, compiled) })), cases: { total: results.length, failed: red.map(({ point, name, expected, actual }) => ({ point, name, expected, actual })) }, ...(foreign && { portability: foreign }) }, null, 2))
      return failed ? 1 : 0
    }
    if (findings.length > 0) out.line(table(['severity', 'code', 'place', 'finding'], findings.map((one) => [one.severity, one.code, compiled?.point(one.point ?? '')?.code ?? (one.path || '/'), messageOf(one, locale, compiled)]), 90))
    if (red.length > 0) out.line(table(['point', 'case', 'expected', 'actual'], red.map(({ point, name, expected, actual }) => [compiled?.point(point)?.code ?? point, name, expected.level ?? expected.status, actual.level ?? `${actual.status} ${actual.possible.join('|')}`])))
    if (foreign && compiled) report(foreign, compiled, out)
    out.line(`${findings.length} findings, ${results.length - red.length} of ${results.length} cases pass`)
    return failed ? 1 : 0
  },
}

/** What an engine elsewhere must be taught, and where it would still decide otherwise. */
function report({ operators, rules, inputs, differences }: Portability, compiled: Compiled, out: Out): void {
  const rows = differences.map(({ path, point, plain, own, input, example }) => {
    const { code, pointer } = compiled.point(point) ?? { code: point, pointer: '' }
    return [`${code} ${path.slice(pointer.length + 1)}`, JSON.stringify(plain), own === null ? 'unknown' : JSON.stringify(own), example ?? 'an empty answer', example === undefined ? '' : JSON.stringify(input)]
  })
  if (rows.length > 0) out.line(table(['rule', 'plain JSON-Logic', 'here', 'on', 'input'], rows, 56))
  out.line(`${rules} rules on ${inputs} inputs in plain JSON-Logic: ${differences.length} differ; it must be taught ${operators.join(', ') || 'nothing'}`)
}
