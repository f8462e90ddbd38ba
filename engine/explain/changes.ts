import { levelWords } from '../levelWords.ts'
import type { Framework, Indicator, Rule } from '../../schemas/index.ts'
import { entities, same, type Change } from '../diff.ts'
import { formatNumber, type Locale } from '../format.ts'
import { enDocument } from '../strings.en.ts'
import { zhDocument } from '../strings.zh.ts'
import { wordsOf } from '../words.ts'

/** One thing that differs inside an updated entity: what, and both sides as people read them where there are two. */
export interface Said { kind: 'added' | 'removed' | 'updated'; what: string; before?: string; after?: string }

type Plain = Readonly<Record<string, unknown>>
interface Speaker { locale: Locale; t: typeof zhDocument; titles: ReadonlyMap<string, string>; levels: ReadonlyMap<string, string>; /** Of what the entity measures. */ unit: string | undefined }

/** Lists whose items are known by a key of their own. */
const keys: Readonly<Record<string, string>> = { checks: 'id', evidence: 'id', veto: 'id', cap: 'id', floor: 'id', levels: 'id', tiers: 'id', bands: 'level', criteria: 'level', oneOf: 'const' }
/** Collections by name. */
const collections = new Set(['properties', 'calculations', 'descriptors'])
const rules = new Set(['rule', 'visibleIf', 'requiredIf', 'x-calculation', 'levelIf', 'when', 'from', 'value', 'score'])
const measured = new Set(['value', 'minimum', 'maximum'])
const enumerated = new Set(['method', 'policy', 'includes', 'severity', 'x-source', 'tie', 'missing', 'type', 'x-widget', 'kind', 'accept'])

/**
 * What is different inside each changed entity, in words of `locale`, in the order of the document: fields, calculations and
 * parameters by their titles, rules read aloud, levels by their labels, golden cases by how many. One list for each change,
 * empty for what was added or removed as a whole. `before` and `after` are the two documents the changes lie between.
 */
export function sayChanges(changes: readonly Change[], before: Framework, after: Framework, locale: Locale = 'zh'): Said[][] {
  const [olds, youngs] = [entities(before), entities(after)]
  const shared = { locale, t: locale === 'zh' ? zhDocument : enDocument, titles: titlesIn(before, after), levels: levelsIn(before, after) }
  return changes.map(({ kind, entity, id }) => {
    const key = `${entity}:${id}`
    const [old, young] = [olds.get(key)?.own, youngs.get(key)?.own]
    if (kind !== 'updated' || !old || !young) return []
    const speaker: Speaker = { ...shared, unit: textOf(young['unit']) ?? textOf(young['x-unit']) }
    return [...members(old, young, [], speaker)].filter(({ what }) => what !== '')
  })
}

function* members(before: Plain, after: Plain, trail: readonly string[], speaker: Speaker): Generator<Said> {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (key !== 'basedOn' && key !== 'succession' && key !== 'format' && key !== 'id' && !same(before[key], after[key])) yield* said(key, before[key], after[key], trail, speaker)
  }
}

function* said(key: string, before: unknown, after: unknown, trail: readonly string[], speaker: Speaker): Generator<Said> {
  const { t } = speaker
  if (key === 'schema' && isPlain(before) && isPlain(after)) return yield* members(before, after, trail, speaker)
  if (key === 'items' && isPlain(before) && isPlain(after)) {
    const { properties: columnsBefore = {}, ...restBefore } = before
    const { properties: columnsAfter = {}, ...restAfter } = after
    yield* collection('columns', columnsBefore as Plain, columnsAfter as Plain, trail, speaker)
    return yield* members(restBefore, restAfter, trail, speaker)
  }
  if (key === 'layout') return yield* layout(listOf(before), listOf(after), trail, speaker)
  if (key === 'examples' && trail.length === 0 && (isCases(before) || isCases(after))) return yield* cases(listOf(before), listOf(after), speaker)
  if (collections.has(key) && isPlain(before ?? {}) && isPlain(after ?? {})) return yield* collection(key, (before ?? {}) as Plain, (after ?? {}) as Plain, trail, speaker)
  const by = keys[key]
  if (by !== undefined && listOf(before).concat(listOf(after)).every((item) => typeof item[by] === 'string') && listOf(before).length + listOf(after).length > 0) {
    const [old, young] = [keyed(listOf(before), by), keyed(listOf(after), by)]
    yield* collection(key, old, young, trail, speaker)
    const common = Object.keys(old).filter((id) => Object.hasOwn(young, id))
    if (common.join('\n') !== Object.keys(young).filter((id) => Object.hasOwn(old, id)).join('\n')) yield { kind: 'updated', what: [...trail, t.members[key as keyof typeof t.members] ?? '', t.places.order].join(' ') }
    return
  }
  const names = (value: unknown): readonly string[] => (Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : [])
  if (names(before).length + names(after).length > 0) return yield* listed(key, names(before), names(after), [...trail, t.places[key as keyof typeof t.places] ?? key].join(' '), speaker)
  const place = [...trail, t.places[key as keyof typeof t.places] ?? key]
  if (!rules.has(key) && isPlain(before) && isPlain(after)) return yield* members(before, after, place, speaker)
  const what = place.join(' ')
  if (!rules.has(key) && (isPlain(before) || isPlain(after) || listOf(before).length + listOf(after).length > 0)) yield { kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'updated', what }
  else yield { kind: 'updated', what, ...apart(valueOf(key, before, speaker), valueOf(key, after, speaker)) }
}

/** What came into a list of names, and what left it. */
function* listed(key: string, before: readonly string[], after: readonly string[], what: string, speaker: Speaker): Generator<Said> {
  const [gone, come] = [before.filter((name) => !after.includes(name)), after.filter((name) => !before.includes(name))]
  if (come.length > 0) yield { kind: 'added', what: `${what} ${valueOf(key, come, speaker)}` }
  if (gone.length > 0) yield { kind: 'removed', what: `${what} ${valueOf(key, gone, speaker)}` }
  if (gone.length + come.length === 0) yield { kind: 'updated', what: `${what} ${speaker.t.places.order}` }
}

/** Characters of a long text shown before what differs. */
const around = 12

/** Two long texts from a little before they part. */
function apart(before: string, after: string): { before: string; after: string } {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same++
  const from = same > 2 * around ? same - around : 0
  return from === 0 ? { before, after } : { before: `…${before.slice(from)}`, after: `…${after.slice(from)}` }
}

function* collection(name: string, before: Plain, after: Plain, trail: readonly string[], speaker: Speaker): Generator<Said> {
  const member = speaker.t.members[name as keyof typeof speaker.t.members] ?? name
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, young] = [before[id], after[id]]
    if (same(old, young)) continue
    const own = [...trail, speaker.t.named(member, titleOf(name, id, young ?? old, speaker))]
    if (isPlain(old) && isPlain(young)) yield* members(old, young, own, speaker)
    else if (old !== undefined && young !== undefined) yield { kind: 'updated', what: own.join(' '), before: valueOf(id, old, speaker), after: valueOf(id, young, speaker) }
    else yield { kind: old === undefined ? 'added' : 'removed', what: own.join(' ') }
  }
}

/** Conditions of fields both sides have; where fields stand only if those that stayed changed places. */
function* layout(before: readonly Plain[], after: readonly Plain[], trail: readonly string[], speaker: Speaker): Generator<Said> {
  const ids = (items: readonly Plain[]): string[] => items.flatMap(({ field }) => (typeof field === 'string' ? [field] : []))
  const [old, young] = [ids(before), ids(after)]
  const stayed = (list: readonly string[]): string => list.filter((id) => old.includes(id) && young.includes(id)).join('\n')
  if (stayed(old) !== stayed(young)) yield { kind: 'updated', what: [...trail, speaker.t.places.order].join(' ') }
  for (const [id, item] of Object.entries(keyed(after, 'field'))) {
    const { field: _a, heading: _b, ...now } = item
    const { field: _c, heading: _d, ...then } = before.find(({ field }) => field === id) ?? item
    yield* members(then, now, [...trail, speaker.t.named(speaker.t.members.properties, speaker.titles.get(id) ?? id)], speaker)
  }
}

function* cases(before: readonly Plain[], after: readonly Plain[], { t }: Speaker): Generator<Said> {
  const [old, young] = [keyed(before, 'name'), keyed(after, 'name')]
  const count = (kind: Said['kind'], names: readonly string[]): Said[] => (names.length > 0 ? [{ kind, what: t.cases(names.length) }] : [])
  yield* count('added', Object.keys(young).filter((name) => !Object.hasOwn(old, name)))
  yield* count('removed', Object.keys(old).filter((name) => !Object.hasOwn(young, name)))
  yield* count('updated', Object.keys(young).filter((name) => Object.hasOwn(old, name) && !same(old[name], young[name])))
}

function titleOf(name: string, id: string, value: unknown, { titles, levels }: Speaker): string {
  if (name === 'bands' || name === 'criteria' || name === 'descriptors') return levels.get(id) ?? id
  const own = isPlain(value) ? (value['title'] ?? value['label'] ?? value['message']) : undefined
  return typeof own === 'string' && own !== '' ? own : (titles.get(id) ?? id)
}

function valueOf(key: string, value: unknown, speaker: Speaker): string {
  const { t, locale, titles, levels, unit } = speaker
  if (value === undefined) return t.none
  if (rules.has(key) && typeof value === 'object') return wordsOf(value as Rule, (path) => titles.get(path), locale)
  if (typeof value === 'number') return formatNumber(value, { locale, ...(measured.has(key) && unit !== undefined && { unit }) })
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.length === 0 ? t.none : value.map((item) => valueOf(key, item, speaker)).join(t.list)
  if (typeof value !== 'string') return t.none
  if (enumerated.has(key)) return t.choices[value as keyof typeof t.choices] ?? value
  if (key === 'level' || key === 'otherwise' || key === 'forLevels') return levels.get(value) ?? value
  return key === 'required' || key === 'fields' || key === 'x-key' ? (titles.get(value) ?? value) : value
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCases = (value: unknown): boolean => Array.isArray(value) && value.some((item) => isPlain(item) && 'expect' in item)
const listOf = (value: unknown): Plain[] => (Array.isArray(value) ? value.filter(isPlain) : [])
const keyed = (list: readonly Plain[], by: string): Record<string, Plain> => Object.fromEntries(list.flatMap((item) => (typeof item[by] === 'string' ? [[item[by], item]] : [])))

/** What every name of either document is called, the later one's title where both have it. */
function titlesIn(before: Framework, after: Framework): Map<string, string> {
  const titles = new Map<string, string>()
  const field = (id: string, schema: object): void => {
    const { title, items } = schema as { title?: string; items?: { properties?: Record<string, { title?: string }> } }
    if (title !== undefined) titles.set(id, title)
    for (const [column, own] of Object.entries(items?.properties ?? {})) if (own.title !== undefined) titles.set(`${id}.${column}`, own.title)
  }
  const walk = (nodes: readonly Indicator[]): void => {
    for (const { children = [], evaluationPoints = [] } of nodes) {
      walk(children)
      for (const { schema, calculations = {}, evidence = [] } of evaluationPoints) {
        for (const [id, own] of Object.entries(schema.properties)) field(id, own)
        for (const [id, { title }] of Object.entries(calculations)) titles.set(id, title)
        for (const { id, title } of evidence) titles.set(`evidence.${id}`, title)
      }
    }
  }
  for (const { elements, parameters, indicators } of [before, after]) {
    for (const [id, element] of Object.entries(elements)) field(id, element)
    for (const [id, { title }] of Object.entries(parameters)) titles.set(`params.${id}`, title)
    walk(indicators)
  }
  return titles
}

const levelsIn = (before: Framework, after: Framework): Map<string, string> =>
  new Map([before, after].flatMap(({ scales }) => Object.values(scales).flatMap(({ levels }) => levels.map((level): [string, string] => [level.id, levelWords(level)]))))
