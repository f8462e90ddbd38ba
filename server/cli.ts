import { readFileSync } from 'node:fs'
import { audit } from './commands/audit.ts'
import { backup } from './commands/backup.ts'
import { book } from './commands/book.ts'
import { cases } from './commands/cases.ts'
import { check } from './commands/check.ts'
import { cohort } from './commands/cohort.ts'
import { parseArguments, Misuse, type Command, type Out } from './commands/command.ts'
import { diff } from './commands/diff.ts'
import { explain } from './commands/explain.ts'
import { formula } from './commands/formula.ts'
import { migrate } from './commands/migrate.ts'
import { replay } from './commands/replay.ts'
import { score } from './commands/score.ts'

const commands: readonly Command[] = [
  check, score, explain, cases, diff, migrate, replay, cohort, formula, book, audit, backup,
]

const help = (): string => `yardstick <command>

${commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`).join('\n')}

Options for all: --json  the result as JSON
                 --locale zh|en  the language of sentences (zh)
Exit codes: 0 nothing found, 1 findings, differences, red cases, bad cells, answers that are not carried or a broken chain, 2 the command could not be carried out`

/** Runs one command; gives the exit code. */
export async function run(argv: readonly string[], out: Out = terminal): Promise<number> {
  const [name, ...rest] = argv[0] === 'help' && argv[1] !== undefined ? [argv[1], '--help'] : argv
  if (name === undefined || name === '--help' || name === 'help') {
    out.line(help())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    out.line((JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version)
    return 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command) {
    out.problem(`yardstick: no command “${name}”; see yardstick --help`)
    return 2
  }
  const usage = `usage: yardstick ${name} ${command.usage}`
  try {
    const args = parseArguments(rest, command.usage)
    if (args.flags['help'] === undefined) return await command.run(args, out)
    out.line(`${usage}\n${command.summary}`)
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    if (rest.includes('--json')) out.line(JSON.stringify({ error: error.message }))
    out.problem(`yardstick ${name}: ${error.message}\n${usage}`)
    return 2
  }
}

const terminal: Out = {
  line: (text) => void process.stdout.write(`${text}\n`),
  problem: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => void (process.stderr.isTTY && process.stderr.write(`\r${text}`)),
}
