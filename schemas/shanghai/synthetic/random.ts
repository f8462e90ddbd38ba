/** A small seeded generator (mulberry32): the same seed gives the same year on every machine. */
export interface Random { next: () => number; between: (low: number, high: number) => number; chance: (probability: number) => boolean; normal: () => number }

export function randomOf(seed: string): Random {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    normal: () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].reduce((sum) => sum + next(), 0) - 6,
  }
}

export const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals
