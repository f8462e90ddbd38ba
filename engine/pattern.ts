/**
 * Why a regular expression may not be used, or undefined where it runs in time proportional to the text.
 *
 * Backtracking explodes only where a repeated part can match one text in several ways. The accepted language rules that
 * out by form: no group that contains a repetition or an alternative is itself repeated, no back-references, no look-around,
 * and two neighbouring open-ended repetitions never share a first character class that could be the same character
 * (checked by requiring a literal or a differing class between them).
 */
export function linear(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u')
  } catch {
    return 'syntax'
  }
  if (/\\[1-9]|\\k</.test(pattern)) return 'backreference'
  if (/\(\?(?!:)/.test(pattern)) return 'lookaround'
  return nested(pattern) ?? neighbours(pattern)
}

const open = /^(?:[*+]|\{\d+,\d*\}|\{\d+\}|\?)/

/** A repeated group must be free of repetitions and alternatives. */
function nested(pattern: string): string | undefined {
  const stack: boolean[] = []
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]
    if (char === '\\') at++
    else if (char === '[') at = endOfClass(pattern, at)
    else if (char === '(') stack.push(false)
    else if (char === ')') {
      const variable = stack.pop() ?? false
      if (variable && /^(?:[*+]|\{\d+,\d*\}|\{\d{2,}\})/.test(pattern.slice(at + 1))) return 'repetition'
      if (variable && stack.length > 0) stack[stack.length - 1] = true
    } else if (char === '|' || (char !== undefined && open.test(pattern.slice(at)))) {
      if (stack.length > 0) stack[stack.length - 1] = true
    }
  }
  return undefined
}

/** Two open-ended repetitions may follow each other only across something fixed, and at most one may be `.`-like. */
function neighbours(pattern: string): string | undefined {
  const atoms = [...pattern.matchAll(/(\\.|\[(?:\\.|[^\]])*\]|[^\\[\]()*+?{}|])((?:[*+]|\{\d+,\}|\{\d+,\d+\})\??)?/gu)]
  let previous: string | undefined
  let wild = 0
  for (const [, atom = '', repeat] of atoms) {
    if (repeat === undefined) {
      previous = undefined
      continue
    }
    if (/^(\.|\[\^|\\[SDWs]|\\p)/i.test(atom) && ++wild > 2) return 'repetition'
    if (previous !== undefined && overlap(previous, atom)) return 'repetition'
    previous = atom
  }
  return undefined
}

const samples = ['a', 'Z', '5', '_', ' ', '中', '-', '.', '/']
const overlap = (a: string, b: string): boolean => a === b || samples.some((char) => RegExp(`^${a}$`, 'u').test(char) && RegExp(`^${b}$`, 'u').test(char))

function endOfClass(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++
    else if (pattern[at] === ']') return at
  }
  return pattern.length
}
