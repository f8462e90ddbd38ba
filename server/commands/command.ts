/** Where a command writes. */
export interface Out {
  line: (text: string) => void
  problem: (text: string) => void
  /** Overwrites itself on a terminal, silent elsewhere. */
  progress: (text: string) => void
}

export interface Arguments { words: string[]; flags: Readonly<Record<string, string | true>> }

export interface Command {
  name: string
  usage: string
  summary: string
  run: (args: Arguments, out: Out) => Promise<number>
}

/** The command was not given what it needs. */
export class Misuse extends Error {}

const valued = new Set(['explain', 'locale', 'node', 'point', 'framework', 'rank', 'decimals', 'seed', 'profile'])

/** Words and flags: `--name value` for those that take one, `--name` for the others, `--` ends the flags. */
export function parseArguments(argv: readonly string[]): Arguments {
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--') return { words: [...words, ...argv.slice(i + 1)], flags }
    const [, name, own] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? []
    if (name === undefined) words.push(word)
    else if (own !== undefined) flags[name] = own
    else flags[name] = valued.has(name) && argv[i + 1] !== undefined && !argv[i + 1]?.startsWith('--') ? (argv[++i] ?? '') : true
  }
  return { words, flags }
}

/** A flag's value; undefined where it is not given or has none. */
export const flag = ({ flags }: Arguments, name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined)

export const localeOf = (args: Arguments): 'zh' | 'en' => {
  const named = flag(args, 'locale') ?? flag(args, 'explain')
  return named === 'en' ? 'en' : 'zh'
}
