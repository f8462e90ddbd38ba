import { writeFileSync } from 'node:fs'
import { evaluation } from './evaluate.ts'
import { framework } from './framework.ts'
import { refusal } from './hostile.ts'
import { keystroke } from './keystroke.ts'
import type { Line } from './measure.ts'
import { memory } from './memory.ts'
import { rules } from './rules.ts'
import { table } from './table.ts'
import { tie } from './tie.ts'

/** Every bench by name; `npm run bench -- evaluate tie` runs some, `--json FILE` writes the report, `--smoke` runs the quick ones. */
const benches: Record<string, () => Line[] | Promise<Line[]>> = {
  memory,
  evaluate50: () => evaluation(50), keystroke50: () => keystroke(50), rules50: () => rules(50), tie, table, framework, refusal,
  evaluate1000: () => evaluation(1000), keystroke1000: () => keystroke(1000), rules1000: () => rules(1000), form: async () => (await import('./form.ts')).form(),
}

const quick = ['evaluate50', 'keystroke50', 'tie', 'table', 'framework', 'refusal']
const args = process.argv.slice(2).flatMap((arg) => (arg === '--smoke' ? quick : [arg]))
const at = args.indexOf('--json')
const file = at >= 0 ? args.splice(at, 2)[1] : undefined
const lines: Line[] = []
for (const [name, run] of Object.entries(benches)) {
  if (args.length > 0 && !args.some((arg) => name.startsWith(arg))) continue
  for (const one of await run()) {
    lines.push(one)
    console.log(`${one.name.padEnd(58)} ${String(one.value).padStart(9)} ${one.unit.padEnd(3)} ${String(one.ratio).padStart(8)} × ${one.baseline}`)
  }
}
if (file !== undefined) writeFileSync(file, `${JSON.stringify(lines, null, 2)}\n`)
