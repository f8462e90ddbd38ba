import type { Compiled, PointInfo } from '../compiled.ts'
import { answersOf, completionsOf, gapsOf, valuesOf, type Gap } from '../completions.ts'
import { namesBehind, probe, type Probe } from '../probe.ts'
import type { Assignment } from './decide.ts'
import { chosen, namesRead, type Subject } from './subjects.ts'
import type { Node } from '../rule/contract.ts'

/** Answers under which a defect shows, last year's as `previous.name`; or that there are none, or that none were found. */
export type Witness = { answers: Readonly<Record<string, unknown>> } | 'none' | 'unknown'

/** Completions tried, assignments tried, and searches made for one document: enough for any a person writes. */
const [tried, tries, searches] = [400, 12, 40]
const made = new WeakMap<Compiled, number>()

/** Lets the next lint of a document search as far as the last. */
export const searchAnew = (compiled: Compiled): void => void made.delete(compiled)

/**
 * Looks for answers that can really be given and show what the assignments, which know nothing of how values hang together,
 * make seem possible: the fields among the subjects as assigned, the others filled in the ways that reach thresholds; `without` is left unanswered; `nodes` is what it turns on where that is not the level, `most` how many completions are worth while.
 */
export function witness(compiled: Compiled, point: PointInfo, subjects: readonly Subject[], assignments: readonly Assignment[], shows: (open: Probe) => boolean, { without, nodes, most }: { without?: string; nodes?: readonly Node[]; most?: number } = {}): Witness {
  const count = (made.get(compiled) ?? 0) + 1
  made.set(compiled, count)
  if (count > searches) return 'unknown'
  const previous = previousOf(compiled, point, namesBehind(compiled, point, nodes))
  const open = probe(compiled, { answers: {}, previous }, point, nodes)
  const read = Object.fromEntries([...open.names].flatMap((name) => (name.startsWith('previous.') ? [[name, previous[name.slice('previous.'.length)]]] : [])))
  const found = (answers: Readonly<Record<string, unknown>>): Witness => ({ answers: { ...answers, ...read } })
  const direct = assignments.slice(0, tries).map((values) => entered(subjects, values))
  let held: Readonly<Record<string, unknown>> = {}
  const shown = (answers: Readonly<Record<string, unknown>>): boolean => {
    open.fill({ ...Object.fromEntries(Object.keys(held).map((id) => [id, undefined])), ...answers })
    held = answers
    return shows(open)
  }
  for (const answers of direct) if (shown(answers)) return found(answers)
  open.fill(Object.fromEntries(Object.keys(held).map((id) => [id, undefined])))
  const elsewhere = readElsewhere(compiled, subjects, open.names)
  const gaps = gapsOf(compiled, point, open).filter(({ kind, id }) => kind !== 'judgement' && id !== without).map((gap): Gap => {
    const own = gap.kind === 'field' && !elsewhere.has(gap.id) ? subjects.find(({ node, free, kind }) => free && kind !== 'truth' && node.variable?.path === gap.id) : undefined
    return own ? { ...gap, values: own.candidates, finite: true } : gap
  })
  const fields = gaps.filter(({ kind, values }) => kind === 'field' && values.length > 0)
  const { all, list } = completionsOf(compiled, point, open, fields, most)
  const exhaustive = all && fields.length === gaps.length && Object.keys(read).length === 0
  const step = exhaustive ? 1 : Math.max(1, list.length / tried)
  for (let i = 0; i < list.length; i += step) {
    const base = answersOf(fields, list[Math.floor(i)] ?? [])
    for (const own of exhaustive ? [{}] : [{}, ...direct]) {
      const answers = { ...base, ...own }
      if (shown(answers)) return found(answers)
    }
  }
  return exhaustive ? 'none' : 'unknown'
}

/** Fields of which more matters than where they lie to the thresholds of their own subject. */
function readElsewhere(compiled: Compiled, subjects: readonly Subject[], names: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (const { node, free } of subjects) if (!free) namesRead(node, found)
  for (const [id, { visibleIf }] of compiled.fields) if (visibleIf && names.has(id)) namesRead(visibleIf.node, found)
  return found
}

/** What an assignment says of fields that are answered as they stand. */
function entered(subjects: readonly Subject[], values: Assignment): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const { key, node, free } of subjects) {
    if (!free) continue
    const option = chosen(node)
    if (!option) answers[node.variable?.path ?? ''] = values.get(key)
    else answers[option.field] = [...((answers[option.field] as string[] | undefined) ?? []), ...(values.get(key) === true ? [option.option] : [])]
  }
  return answers
}

/** Last year's figures that are read, as a golden case has them, else any that can be. */
function previousOf(compiled: Compiled, point: PointInfo, names: ReadonlySet<string>): Record<string, unknown> {
  const golden = point.point.examples?.find(({ previous }) => previous)?.previous ?? {}
  return Object.fromEntries([...names].flatMap((name) => {
    const id = name.startsWith('previous.') ? name.slice('previous.'.length) : ''
    const field = compiled.fields.get(id)
    return field ? [[id, golden[id] ?? valuesOf(compiled, field, { answers: {} }).values.at(-1)]] : []
  }))
}

/** Of some answers those that these nodes read. */
export function answersTo(answers: Readonly<Record<string, unknown>>, nodes: readonly Node[]): Record<string, unknown> {
  const fields = new Set(nodes.flatMap((node) => [...namesRead(node)]))
  return Object.fromEntries(Object.entries(answers).filter(([id, value]) => value !== undefined && fields.has(id)))
}

/** Answers by their titles: `本年支出 = 102`. */
export const saidAnswers = (compiled: Compiled, answers: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(answers).map(([id, value]) => `${compiled.scope.variable(id)?.title ?? id} = ${spoken(compiled, id, value)}`)

/** A value as it is answered: options by their titles, a table by its rows. */
function spoken(compiled: Compiled, id: string, value: unknown): string {
  const options = compiled.fields.get(id)?.schema.oneOf ?? compiled.fields.get(id)?.schema.items?.oneOf ?? []
  const title = (one: unknown): string => options.find((option) => option.const === one)?.title ?? (typeof one === 'string' ? one : JSON.stringify(one))
  return Array.isArray(value) ? `[${value.map(title).join(', ')}]` : value === true ? '✓' : value === false ? '✗' : title(value)
}
