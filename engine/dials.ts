import type { Element } from '../schemas/index.ts'
import type { PointInfo } from './compiled.ts'

export type Answers = Readonly<Record<string, unknown>>

/** A number among the answers that can be moved: a field's, or one of a column of a row of a table. */
export interface Dial {
  at: number
  step: number
  /** The value nearest to a number that can be entered. */
  readonly snap: (x: number) => number
  /** The answers with the dial at a value it can have; undefined where it cannot. */
  turn(answers: Answers, x: number): Answers | undefined
}

/** Rows of a table whose numbers are moved. */
const rowsMoved = 2

/** What can be moved of these answers, in the order of the form; a step is what the declared decimals allow. */
export const dialsOf = (point: PointInfo, answers: Answers): Dial[] =>
  point.fields.flatMap(({ id, schema }): Dial[] => {
    const value = answers[id]
    if (!Array.isArray(value)) return dial(schema, value, (old, x) => ({ ...old, [id]: x }))
    return value.slice(0, rowsMoved).flatMap((row: unknown, i) => Object.entries(schema.items?.properties ?? {}).flatMap(([column, own]) =>
      own['x-calculation'] !== undefined || typeof row !== 'object' || row === null ? [] : dial(own, (row as Answers)[column], (old, x) => ({ ...old, [id]: (old[id] as Answers[]).with(i, { ...(old[id] as Answers[])[i], [column]: x }) }))))
  })

function dial(schema: Element, value: unknown, put: (answers: Answers, x: number) => Answers): Dial[] {
  if ((schema.type !== 'number' && schema.type !== 'integer') || typeof value !== 'number' || schema.oneOf) return []
  const places = schema.type === 'integer' ? 0 : (schema['x-decimals'] ?? 2)
  const { minimum = -Infinity, maximum = Infinity } = schema
  return [{
    at: value, step: 10 ** -places,
    snap: (x) => Number(x.toFixed(places)),
    turn: (answers, x) => (x >= minimum && x <= maximum ? put(answers, x) : undefined),
  }]
}
