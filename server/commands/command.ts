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

/** Flags a command takes by its usage; true for those that take a value. */
const flagsOf = (usage: string): Map<string, boolean> => new Map([...usage.matchAll(/--([a-z]+)( (?![-[])\S+)?/g)].map(([, name = '', value]) => [name, value !== undefined]))

/** Flags every command takes. */
const common = flagsOf('--json --locale zh|en --help')

/** Words and flags: `--name value` or `--name=value` for those that take one, `--name` for the others, `--` ends the flags. */
export function parseArguments(argv: readonly string[], usage: string): Arguments {
  const known = new Map([...common, ...flagsOf(usage)])
  const words: string[] = []
  const flags: Record<string, string | true> = {}
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--') return { words: [...words, ...argv.slice(i + 1)], flags }
    const [, name, own] = /^--([a-z]+)(?:=(.*))?$/s.exec(word) ?? []
    if (name === undefined) {
      words.push(word)
      continue
    }
    const valued = known.get(name)
    if (valued === undefined || (own !== undefined && !valued)) throw new Misuse(`there is no ${word}`)
    const value = own ?? (valued ? argv[++i] : undefined)
    if (valued && (value === undefined || value.startsWith('--'))) throw new Misuse(`--${name} needs a value`)
    flags[name] = value ?? true
  }
  return { words, flags }
}

/** A flag's value; undefined where it is not given or has none. */
export const flag = ({ flags }: Arguments, name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined)

export const localeOf = (args: Arguments): 'zh' | 'en' => {
  const named = flag(args, 'locale') ?? flag(args, 'explain')
  return named === 'en' ? 'en' : 'zh'
}
