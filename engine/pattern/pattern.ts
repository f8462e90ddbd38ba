import { parse, type Refusal, type Tree } from './parse.ts'

/** Most instructions a pattern may come to: repetitions with a count are written out. */
export const patternLimit = 2000

type Instruction =
  | { kind: 'atom'; matches: (char: string) => boolean }
  | { kind: 'edge'; source: string }
  | { kind: 'fork'; to: number; or: number }
  | { kind: 'end' }

/**
 * A regular expression that runs in time proportional to the text: all ways to match are followed at once, so that there is
 * nothing to go back to. Says what JavaScript says (flag `u`) for every pattern without back-references and look-around.
 */
export interface Pattern { test(text: string): boolean }

const made = new Map<string, Pattern | Refusal>()

/** Compiles a pattern, or says why it cannot be used. */
export function patternOf(source: string): Pattern | Refusal {
  const known = made.get(source)
  if (known !== undefined) return known
  if (made.size > 500) made.clear()
  const tree = parse(source)
  const result = refused(tree) ?? new Automaton(tree as Tree)
  made.set(source, result)
  return result
}

/** Why a pattern cannot be used, without making it ready; undefined if it can. */
export const refusalOf = (source: string): Refusal | undefined => refused(parse(source))

const refused = (tree: Tree | Refusal): Refusal | undefined => (typeof tree === 'string' ? tree : sizeOf(tree) > patternLimit ? 'size' : undefined)

/** Whether a text matches; a pattern that cannot be used matches nothing. */
export function matches(source: string, text: string): boolean {
  const pattern = patternOf(source)
  return typeof pattern === 'object' && pattern.test(text)
}

function sizeOf(tree: Tree): number {
  switch (tree.kind) {
    case 'atom': case 'edge': return 1
    case 'all': case 'any': return tree.parts.reduce((sum, part) => sum + sizeOf(part) + 1, 1)
    case 'repeat': return Math.min(sizeOf(tree.part) + 1, 1e6) * Math.min(tree.most === Infinity ? tree.least + 1 : Math.max(tree.most, 1), 1e6)
  }
}

class Automaton implements Pattern {
  private readonly code: Instruction[] = []
  private readonly atoms = new Map<string, (char: string) => boolean>()

  constructor(tree: Tree) {
    this.write(tree)
    this.code.push({ kind: 'end' })
  }

  test(text: string): boolean {
    const chars = Array.from(text)
    const seen = new Int32Array(this.code.length).fill(-1)
    let here: number[] = []
    for (let at = 0; at <= chars.length; at++) {
      // A match may begin anywhere.
      if (this.follow(0, at, chars, seen, here)) return true
      const next: number[] = []
      const char = chars[at]
      if (char === undefined) return false
      for (const place of here) {
        const step = this.code[place]
        if (step?.kind === 'atom' && step.matches(char) && this.follow(place + 1, at + 1, chars, seen, next)) return true
      }
      here = next
    }
    return false
  }

  /** Adds every atom that can come next at a place of the text; true where the pattern ends. */
  private follow(from: number, at: number, chars: readonly string[], seen: Int32Array, found: number[]): boolean {
    const open = [from]
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen[place] === at) continue
      seen[place] = at
      const step = this.code[place]
      if (step?.kind === 'end') return true
      if (step?.kind === 'fork') open.push(step.or, step.to)
      else if (step?.kind === 'atom') found.push(place)
      else if (step && holds(step.source, at, chars)) open.push(place + 1)
    }
    return false
  }

  private write(tree: Tree): void {
    switch (tree.kind) {
      case 'atom': return void this.code.push({ kind: 'atom', matches: this.atom(tree.source) })
      case 'edge': return void this.code.push(tree)
      case 'all': return tree.parts.forEach((part) => this.write(part))
      case 'any': return this.choice(tree.parts)
      case 'repeat': return this.repeat(tree)
    }
  }

  private choice([first, ...rest]: readonly Tree[]): void {
    if (!first) return
    if (rest.length === 0) return this.write(first)
    const fork = this.fork()
    this.write(first)
    const jump = this.fork()
    fork.or = this.code.length
    this.choice(rest)
    jump.to = jump.or = this.code.length
  }

  private repeat({ part, least, most }: Extract<Tree, { kind: 'repeat' }>): void {
    for (let i = 0; i < least; i++) this.write(part)
    if (most === Infinity) {
      const start = this.code.length
      const fork = this.fork()
      this.write(part)
      Object.assign(this.fork(), { to: start, or: start })
      fork.or = this.code.length
      return
    }
    const forks = Array.from({ length: most - least }, () => {
      const fork = this.fork()
      this.write(part)
      return fork
    })
    for (const fork of forks) fork.or = this.code.length
  }

  /** A fork that goes on with the next instruction, until told otherwise. */
  private fork(): Extract<Instruction, { kind: 'fork' }> {
    const fork = { kind: 'fork' as const, to: this.code.length + 1, or: this.code.length + 1 }
    this.code.push(fork)
    return fork
  }

  /** JavaScript itself says whether one character is in a class. */
  private atom(source: string): (char: string) => boolean {
    const known = this.atoms.get(source)
    if (known) return known
    const single = RegExp(`^${source}$`, 'u')
    const answers = new Map<string, boolean>()
    const atom = (char: string): boolean => {
      const answer = answers.get(char) ?? single.test(char)
      if (answers.size < 1000) answers.set(char, answer)
      return answer
    }
    this.atoms.set(source, atom)
    return atom
  }
}

const isWord = (char: string | undefined): boolean => char !== undefined && /^\w$/.test(char)

function holds(edge: string, at: number, chars: readonly string[]): boolean {
  switch (edge) {
    case '^': return at === 0
    case '$': return at === chars.length
    default: return (isWord(chars[at - 1]) !== isWord(chars[at])) === (edge === '\\b')
  }
}
