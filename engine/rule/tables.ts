import { addsUp } from './accuracy.ts'
import { running, type Closure, type Compiler } from './closure.ts'
import { count, totalOf, type Total } from './column.ts'
import { Loop, tooMany } from './loop.ts'
import { Rational, toNumber } from './rational.ts'
import { askedOf, isColumn, sourceOf, type Source } from './source.ts'
import { variation } from './variation.ts'
import type { Node } from './contract.ts'

/** Number out of the rows of a table as a closure; undefined where they are left to exact arithmetic. */
export function rowsNumber(node: Node, compiler: Compiler, exact: Closure): Closure | undefined {
  const [list, weights] = node.parts
  const source = node.parts.length === 1 ? sourceOf(list) : undefined
  switch (node.operator?.name) {
    case 'sum': case 'mean': {
      const mean = node.operator.name === 'mean'
      if (!source?.body) return undefined
      if (isColumn(source)) return source.tests.length === 0 ? columnTotal(source.slot, source.body.key ?? '', mean, exact) : chosenTotal(loopOf(source, compiler), source.body.key ?? '', mean, exact)
      return addsUp(source.body) ? added(...opened(source, compiler, 'number'), mean, exact) : undefined
    }
    case 'min': return source?.body && least(...opened(source, compiler, 'number'), exact)
    case 'max': return source?.body && greatest(...opened(source, compiler, 'number'), exact)
    case 'count':
      if (source?.body?.type.kind === 'boolean') return counted(...opened(source, compiler, 'truth'), exact)
      if (source && !source.body) return numberOf(loopOf(source, compiler), exact)
      return node.parts.every(({ type }) => type.kind === 'boolean') ? countedOf(node.parts.map((part) => compiler.truth(part))) : undefined
    case 'coefficientOfVariation': return variation(list, weights, (rows) => loopOf(rows, compiler), exact)
    case undefined: default: return undefined
  }
}

/** A condition on the rows of a table, or on how many of some conditions hold. */
export function rowsTruth(node: Node, compiler: Compiler, exact: Closure): Closure | undefined {
  const name = node.operator?.name
  if (name === 'kOfN') return atLeast(node, compiler)
  const source = askedOf(node)
  if (!source?.body || source.body.type.kind !== 'boolean') return undefined
  const [loop, test] = opened(source, compiler, 'truth')
  if (name === 'all') return holding(loop, test, 0, 0, 0, 2, exact)
  return name === 'some' ? holding(loop, test, 2, 2, 0, 0, exact) : holding(loop, test, 2, 0, 2, 2, exact)
}

function loopOf({ slot, depth, tests, body }: Source, compiler: Compiler): Loop {
  const loop = new Loop(slot, depth, body ? [...tests, body] : tests)
  if (tests.length > 0) loop.tests = tests.map((test) => compiler.inside(loop).truth(test))
  return loop
}

function opened(source: Source, compiler: Compiler, kind: 'number' | 'truth'): [Loop, Closure] {
  const loop = loopOf(source, compiler)
  return [loop, source.body ? compiler.inside(loop)[kind](source.body) : () => NaN]
}

/** A column of the row a loop stands at. */
export function cell(node: Node, { loops }: Compiler, absent: number, text?: string): Closure | undefined {
  const loop = loops[node.depth]
  if (!loop || node.key === undefined) return undefined
  const column = loop.column(node.key, absent, text)
  return () => column.cells[loop.at] as number
}

const numberOf = (loop: Loop, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  loop.end()
  return size
}

const columnTotal = (slot: number, key: string, mean: boolean, exact: Closure): Closure => (slots) => {
  const rows = running.frame?.objects[slot]
  if (!Array.isArray(rows)) return NaN
  const total = totalOf(rows, key)
  return total ? told(total, rows.length, mean, slots, exact) : exact(slots)
}

const chosenTotal = (loop: Loop, key: string, mean: boolean, exact: Closure): Closure => {
  const column = loop.column(key, NaN)
  return (slots) => {
    const size = loop.begin(slots)
    if (size < 0) return size === tooMany ? exact(slots) : NaN
    loop.end()
    const total: Total = { sum: 0, scale: 1, missing: 0 }
    for (let i = 0; i < size; i++) if (!count(total, column.cells[loop.chosen[i] as number] as number, 1)) return exact(slots)
    return told(total, size, mean, slots, exact)
  }
}

const safe = 2 ** 53 - 1
function told({ sum, scale, missing }: Total, size: number, mean: boolean, slots: Float64Array, exact: Closure): number {
  if (missing > 0) return NaN
  if (!mean) return sum / scale + 0
  return size > 0 && scale * size <= safe ? sum / (scale * size) + 0 : exact(slots)
}

const added = (loop: Loop, body: Closure, mean: boolean, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  let sum = 0
  for (let i = 0; i < size; i++) {
    loop.at = loop.chosen[i] as number
    sum += body(slots)
  }
  loop.end()
  return mean ? sum / size + 0 : sum + 0
}

const least = (loop: Loop, body: Closure, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  let best = Infinity
  for (let i = 0; i < size; i++) {
    loop.at = loop.chosen[i] as number
    best = Math.min(best, body(slots))
  }
  loop.end()
  return size > 0 ? best : NaN
}

const greatest = (loop: Loop, body: Closure, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  let best = -Infinity
  for (let i = 0; i < size; i++) {
    loop.at = loop.chosen[i] as number
    best = Math.max(best, body(slots))
  }
  loop.end()
  return size > 0 ? best : NaN
}

const counted = (loop: Loop, test: Closure, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : NaN
  let [found, open] = [0, false]
  for (let i = 0; i < size; i++) {
    loop.at = loop.chosen[i] as number
    const truth = test(slots)
    if (truth === 2) found++
    else if (truth === 1) open = true
  }
  loop.end()
  return open ? NaN : found
}

const countedOf = (tests: readonly Closure[]): Closure => (slots) => {
  let found = 0
  for (const test of tests) {
    const truth = test(slots)
    if (truth === 1) return NaN
    if (truth === 2) found++
  }
  return found
}

/** all, some, none: the truth of one row that settles it, what it comes to then, of no rows, and otherwise. */
const holding = (loop: Loop, test: Closure, settling: number, settled: number, none: number, otherwise: number, exact: Closure): Closure => (slots) => {
  const size = loop.begin(slots)
  if (size < 0) return size === tooMany ? exact(slots) : 1
  let verdict = size === 0 ? none : otherwise
  for (let i = 0; i < size; i++) {
    loop.at = loop.chosen[i] as number
    const truth = test(slots)
    if (truth === settling) {
      verdict = settled
      break
    }
    if (truth === 1) verdict = 1
  }
  loop.end()
  return verdict
}

/** At least k of conditions written out, and all floors. */
function atLeast({ parts: [k, list, floors] }: Node, compiler: Compiler): Closure | undefined {
  const listed = [list, floors].every((one) => one === undefined || (one.operator?.name === '[]' && one.parts.every(({ type }) => type.kind === 'boolean')))
  if (!(k?.constant instanceof Rational) || !list || !listed) return undefined
  const closures = (one: Node | undefined): Closure[] => one?.parts.map((part) => compiler.truth(part)) ?? []
  return enough(toNumber(k.constant), closures(list), closures(floors))
}

const enough = (k: number, tests: readonly Closure[], floors: readonly Closure[]): Closure => (slots) => {
  let [met, open, unsure] = [0, 0, 0]
  for (const floor of floors) {
    const truth = floor(slots)
    if (truth === 0) return 0
    if (truth === 1) unsure++
  }
  for (const test of tests) {
    const truth = test(slots)
    if (truth === 2) met++
    else if (truth === 1) open++
  }
  return met + open < k ? 0 : met >= k && unsure === 0 ? 2 : 1
}
