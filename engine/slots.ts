import type { Issue } from '../schemas/index.ts'
import { dateOf } from './rule/day.ts'
import { entered } from './rule/entry.ts'
import type { Frame, Layout, Limits, Variable } from './rule/contract.ts'
import { numberLimit, type Type } from './rule/type.ts'
import { plain, type Plain, type Value } from './rule/value.ts'

/** A variable before it has a slot. */
export interface Declaration {
  path: string
  type: Type
  title?: string
  unit?: string
  constant?: Plain
}

const noOptions: readonly unknown[] = []

/** Words of one kind of value: what it is (1 number, 2 boolean, 3 a text with options, 0 anything else), ends, and 10 to the number of decimals (0: any). */
const stride = 4

function limitsOf(variables: readonly Variable[]): Limits {
  const kinds = new Uint32Array(variables.length)
  const [numbers, options]: [number[], (readonly unknown[])[]] = [[], []]
  const known = new Map<string, number>()
  for (const { slot, type } of variables) {
    const words = type.kind === 'number' ? [1, type.min ?? -numberLimit, type.max ?? numberLimit, type.integer ? 1 : type.decimals === undefined ? 0 : 10 ** type.decimals] : [type.kind === 'boolean' ? 2 : type.kind === 'text' && type.options ? 3 : 0, 0, 0, 0]
    const choices = type.kind === 'text' && type.options ? type.options : noOptions
    const key = JSON.stringify([words, choices])
    let at = known.get(key)
    if (at === undefined) {
      at = numbers.length
      numbers.push(...words)
      options.push(choices)
      known.set(key, at)
    }
    kinds[slot] = at
  }
  return { kinds, numbers: Float64Array.from(numbers), options }
}

/** How often one document is told which name was probably meant. */
const suggestions = 30

export function layout(declarations: Iterable<Declaration>): Layout {
  const variables = [...declarations].map(({ path, type, title, unit, constant }, slot): Variable => ({ path, type, slot, title, unit, constant, rule: undefined }))
  const byPath = new Map(variables.map((variable) => [variable.path, variable]))
  const empty = new Float64Array(variables.length)
  let left = suggestions
  const made: Layout = { variables, size: variables.length, empty, held: [], settled: false, spare: undefined, limits: limitsOf(variables), program: undefined, variable: (path) => byPath.get(path), names: () => (--left < 0 ? [] : byPath.keys()) }
  return made
}

const unknownOf = (type: Type): number => (type.kind === 'boolean' ? 1 : NaN)

export const frame = (of: Layout): Frame => {
  const empty = blank(of)
  const numbers = of.program ? of.program.template(empty) : empty.slice()
  return { layout: of, numbers, fresh: false, version: 0, objects: of.variables.map(() => undefined) }
}

/** A frame to use and forget before anyone else asks: whole evaluations share one. */
export function borrowed(of: Layout): Frame {
  const spare = (of.spare ??= frame(of))
  clear(spare)
  return spare
}

/** All slots become unknown. */
export function clear(frame: Frame): void {
  frame.fresh = false
  frame.version++
  const { layout: of, objects } = frame
  frame.numbers.set(blank(of))
  for (const slot of of.held) objects[slot] = undefined
}

/** Slots of an empty submission; types of calculations are known by the time the first frame is made. */
function blank(of: Layout): Float64Array {
  if (!of.settled) {
    for (const { slot, type } of of.variables) of.empty[slot] = unknownOf(type)
    of.held = of.variables.filter(({ type: { kind } }) => kind !== 'number' && kind !== 'date' && kind !== 'boolean').map(({ slot }) => slot)
  }
  of.settled = true
  return of.empty
}

/**
 * Enters a value (absent: null, undefined, ''); returns what is wrong with it, in which case the slot, or the cell of a table,
 * is unknown. `path` is where the value stands.
 */
export function put(frame: Frame, variable: Variable, value: unknown, path?: string): readonly Issue[] {
  if (accepted(frame, variable.slot, value)) return nothingWrong
  const issues: Issue[] = []
  assign(frame, variable, entered(value, variable.type, path ?? `/answers/${variable.path}`, issues))
  return issues.length > 0 ? issues : nothingWrong
}
const nothingWrong: readonly Issue[] = Object.freeze([])

/** Something a rule may have looked at is about to be, or was, changed. */
export function touch(frame: Frame): void {
  frame.fresh = false
  frame.version++
}

const accepted = (frame: Frame, slot: number, value: unknown): boolean => {
  touch(frame)
  return ordinary(frame, frame.layout.limits, slot, value)
}

const batch = 64
const blankBatch: readonly undefined[] = Array.from({ length: batch })

/** Enters many values by name into empty slots; those that are not ordinary are left to `other`, by their place in the list. */
export function putMany(frame: Frame, names: readonly string[], slots: Int32Array, values: Readonly<Record<string, unknown>>, other: (place: number) => void): void {
  touch(frame)
  const { numbers, layout: { limits, limits: { kinds, numbers: words } } } = frame
  const read: unknown[] = [...blankBatch]
  for (let start = 0; start < slots.length; start += batch) {
    const size = Math.min(batch, slots.length - start)
    // Names are looked up many at a time: the processor then waits for several at once.
    for (let k = 0; k < size; k++) read[k] = values[names[start + k] as string]
    for (let k = 0; k < size; k++) {
      const value = read[k]
      if (value === undefined) continue
      const slot = slots[start + k] as number
      if (typeof value === 'number') {
        const at = kinds[slot] as number
        if (words[at] === 1 && value >= (words[at + 1] as number) && value <= (words[at + 2] as number) && fits(value, words[at + 3] as number)) numbers[slot] = value + 0
        else other(start + k)
      } else if (typeof value === 'object' || typeof value === 'function' || !ordinary(frame, limits, slot, value)) other(start + k)
    }
  }
}

/** Whether a number has no more decimals than 10 to their number says (0: any), and is not too close to 0. */
function fits(value: number, places: number): boolean {
  if ((value | 0) === value) return true
  if (places === 0) return value > 1e-9 || value < -1e-9 || value === 0
  const whole = Math.round(value * places)
  return whole / places === value && whole <= 1e15 && whole >= -1e15
}

/** Enters an ordinary value, if it is one. */
function ordinary({ numbers, objects }: Frame, limits: Limits, slot: number, value: unknown): boolean {
  const at = limits.kinds[slot] as number
  const kind = limits.numbers[at]
  if (typeof value === 'number') {
    if (kind !== 1 || !(value >= (limits.numbers[at + 1] as number) && value <= (limits.numbers[at + 2] as number))) return false
    if (!fits(value, limits.numbers[at + 3] as number)) return false
    numbers[slot] = value + 0
    return true
  }
  if (typeof value === 'boolean') {
    if (kind !== 2) return false
    numbers[slot] = value ? 2 : 0
    return true
  }
  if (value === undefined || value === null) {
    numbers[slot] = kind === 2 ? 1 : NaN
    objects[slot] = undefined
    return true
  }
  if (kind !== 3) return false
  const place = placeOf(value, limits.options[at / stride] as readonly unknown[])
  if (place < 0) return false
  numbers[slot] = place
  objects[slot] = value as string
  return true
}

function placeOf(value: unknown, options: readonly unknown[]): number {
  for (let i = 0; i < options.length; i++) if (options[i] === value) return i
  return -1
}

/** Sets a slot to a value that is known to fit. */
export function assign(frame: Frame, { slot, type }: Variable, value: Value | number | undefined): void {
  frame.fresh = false
  frame.version++
  const { numbers, objects } = frame
  if (type.kind === 'number' || type.kind === 'date') numbers[slot] = typeof value === 'number' ? value : NaN
  else if (type.kind === 'boolean') numbers[slot] = value === undefined ? 1 : value === true ? 2 : 0
  else {
    objects[slot] = typeof value === 'number' ? undefined : value
    numbers[slot] = value === undefined ? NaN : type.kind === 'text' && type.options ? type.options.indexOf(value as string) : 0
  }
}

/** The value as entered or computed; undefined is unknown or absent. */
export function get(frame: Frame, { slot, type }: Variable): Plain | undefined {
  const x = frame.numbers[slot] ?? NaN
  switch (type.kind) {
    case 'number': return Number.isNaN(x) ? undefined : x
    case 'date': return Number.isNaN(x) ? undefined : dateOf(x)
    case 'boolean': return x === 1 ? undefined : x === 2
    case 'text': case 'list': case 'table': case 'row': case 'nothing': {
      const value = frame.objects[slot]
      return value === undefined ? undefined : plain(value)
    }
  }
}
