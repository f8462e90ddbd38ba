import { dayOf } from './rule/day.ts'

/** A JSON Schema as our documents' schemas are written; a keyword outside what stands here is a mistake of ours. */
export type Schema = Readonly<Record<string, unknown>>

/** Something a schema forbids, with the keys that lead to it. */
export interface Fault { keyword: string; keys: readonly string[]; params: Readonly<Record<string, unknown>> }

/** Where a check stands and what it found: one fault for every place. */
interface Walk { keys: string[]; found: Fault[]; most: number }

/** Adds to what is found; a walk that has found enough goes no further. */
type Shape = (value: unknown, walk: Walk) => void

/** The faults of a value, `most` of them at most, in one pass over the value whatever it is; it may not be deeper than the stack. */
export type Shaped = (value: unknown, most: number) => Fault[]

/** Compiles the schema at a place (`file#pointer`) of a set of schemas by file name; what a file lacks is not looked at. */
export function shaped(files: Readonly<Record<string, Schema>>, start: string): Shaped {
  const made = new Map<string, Shape>()
  const at = (place: string): Shape => {
    const known = made.get(place)
    if (known) return known
    let own: Shape | undefined
    made.set(place, (value, walk) => own?.(value, walk))
    const [file = '', pointer = ''] = place.split('#')
    const schema = pointer.split('/').slice(1).reduce<unknown>((inner, key) => (inner as Schema | undefined)?.[key], files[file])
    own = schema === undefined ? () => undefined : shapeOf(schema as Schema, (ref) => at(ref.startsWith('#') ? file + ref : ref))
    return own
  }
  const shape = at(start)
  return (value, most) => {
    const walk: Walk = { keys: [], found: [], most }
    shape(value, walk)
    return walk.found
  }
}

const fault = (walk: Walk, keyword: string, params: Fault['params'] = {}): void => {
  const last = walk.found.at(-1)
  if (last?.keys.length === walk.keys.length && last.keys.every((key, i) => key === walk.keys[i])) return
  if (walk.found.length < walk.most) walk.found.push({ keyword, keys: [...walk.keys], params })
}

type Make = (operand: never, refer: (ref: string) => Shape, schema: Schema) => Shape | undefined
const inner = (walk: Walk, key: string, value: unknown, shape: Shape): void => {
  walk.keys.push(key)
  shape(value, walk)
  walk.keys.pop()
}
const when = (keyword: string, wrong: (value: unknown) => boolean): Shape => (value, walk) => void (wrong(value) && fault(walk, keyword))
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const annotation: Make = () => undefined

/** In the order in which a place's faults are told. */
const keywords: Readonly<Record<string, Make>> = {
  $schema: annotation, $id: annotation, $defs: annotation, title: annotation, description: annotation,
  type: (type: string | string[]) => {
    const expected = [type].flat().join(' | ')
    const fits = typeof type === 'string' ? (value: unknown) => isOf(type, value) : (value: unknown) => type.some((one) => isOf(one, value))
    return (value, walk) => void (fits(value) || fault(walk, 'type', { expected }))
  },
  const: (wanted: unknown) => when('const', (value) => value !== wanted),
  enum: (wanted: unknown[]) => when('enum', (value) => !wanted.includes(value)),
  minimum: (end: number) => when('minimum', (value) => typeof value === 'number' && value < end),
  maximum: (end: number) => when('maximum', (value) => typeof value === 'number' && value > end),
  minLength: (end: number) => when('minLength', (value) => typeof value === 'string' && lengthOf(value, end) < end),
  maxLength: (end: number) => when('maxLength', (value) => typeof value === 'string' && value.length > end && lengthOf(value, 2 * end) > end),
  pattern: (source: string) => matching(RegExp(source, 'u')),
  format: (name: string) => when('format', (value) => typeof value === 'string' && formats[name]?.(value) === false),
  minItems: (end: number) => when('minItems', (value) => Array.isArray(value) && value.length < end),
  maxItems: (end: number) => when('maxItems', (value) => Array.isArray(value) && value.length > end),
  minProperties: (end: number) => when('minProperties', (value) => isRecord(value) && Object.keys(value).length < end),
  maxProperties: (end: number) => when('maxProperties', (value) => isRecord(value) && Object.keys(value).length > end),
  required: (names: string[]) => (value, walk) => {
    const name = isRecord(value) ? names.find((one) => !Object.hasOwn(value, one)) : undefined
    if (name !== undefined) fault(walk, 'required', { name })
  },
  $ref: (ref: string, refer) => refer(ref),
  anyOf: (list: Schema[], refer) => either(list.map((one) => shapeOf(one, refer))),
  propertyNames: (schema: Schema, refer) => {
    const shape = shapeOf(schema, refer)
    return (value, walk) => {
      if (isRecord(value)) for (const key of Object.keys(value)) if (walk.found.length < walk.most) inner(walk, key, key, shape)
    }
  },
  items: (schema: Schema, refer) => {
    const shape = shapeOf(schema, refer)
    return (value, walk) => {
      if (Array.isArray(value)) for (let i = 0; i < value.length && walk.found.length < walk.most; i++) inner(walk, String(i), value[i], shape)
    }
  },
  properties: (own: Readonly<Record<string, Schema>>, refer, schema) => members(own, refer, schema['additionalProperties'] as Schema | boolean | undefined),
  additionalProperties: (others: Schema | boolean, refer, schema) => (schema['properties'] ? undefined : members({}, refer, others)),
}

function shapeOf(schema: Schema, refer: (ref: string) => Shape): Shape {
  for (const keyword of Object.keys(schema)) if (!Object.hasOwn(keywords, keyword)) throw new Error(`no check for the keyword ${keyword}`)
  const shapes = Object.entries(keywords).flatMap(([keyword, make]) => (Object.hasOwn(schema, keyword) ? (make(schema[keyword] as never, refer, schema) ?? []) : []))
  const [only] = shapes
  if (only && shapes.length === 1) return only
  return (value, walk) => {
    for (const shape of shapes) shape(value, walk)
  }
}

/** Members in their own order: each by its schema, those without one by that of the others. */
function members(own: Readonly<Record<string, Schema>>, refer: (ref: string) => Shape, others: Schema | boolean | undefined): Shape {
  const shapes = new Map(Object.entries(own).map(([key, schema]) => [key, shapeOf(schema, refer)]))
  const rest: Shape | undefined = others === false ? (_, walk) => fault(walk, 'form') : typeof others === 'object' ? shapeOf(others, refer) : undefined
  return (value, walk) => {
    if (!isRecord(value)) return
    for (const key of Object.keys(value)) {
      if (walk.found.length >= walk.most) return
      const shape = shapes.get(key) ?? rest
      if (shape) inner(walk, key, value[key], shape)
    }
  }
}

/** The choice that fits; where none does, what is wrong with the one that comes closest. */
const either = (shapes: readonly Shape[]): Shape => (value, walk) => {
  let least: Fault[] | undefined
  for (const shape of shapes) {
    const tried: Walk = { keys: walk.keys, found: [], most: walk.most - walk.found.length }
    shape(value, tried)
    if (tried.found.length === 0) return
    if (!least || tried.found.length < least.length) least = tried.found
  }
  walk.found.push(...(least ?? []))
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'object': return isRecord(value)
    case 'array': return Array.isArray(value)
    case 'integer': return Number.isInteger(value)
    case 'null': return value === null
    default: return typeof value === type
  }
}

const matching = (expression: RegExp): Shape => when('pattern', (value) => typeof value === 'string' && !expression.test(value))

/** Characters, counted no further than a text of that many could need. */
const lengthOf = (text: string, enough: number): number => (text.length > 2 * enough ? text.length : Array.from(text).length)

const clock = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/i
const isDate = (text: string): boolean => dayOf(text) !== undefined
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': (text) => isDate(text.slice(0, 10)) && /[Tt ]/.test(text[10] ?? '') && clock.test(text.slice(11)),
}
