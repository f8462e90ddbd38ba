import type { Compiled } from './compiled.ts'
import type { Vocabulary } from './formula/names.ts'
import { operators } from './operators/index.ts'
import { variablesOf } from './variables.ts'

/** What formulas of a point are read against: its names by title, and every operator by its words. */
export function vocabularyOf(compiled: Compiled, pointId: string): Vocabulary {
  return {
    names: variablesOf(compiled, pointId).map(({ path, title, columns }) => ({ path, title, ...(columns && { columns }) })),
    functions: [...operators.values()].map(({ name, names }) => ({ operator: name, zh: names.zh, en: names.en })),
  }
}
