import { randomUUID } from 'node:crypto'
import type { Answer, Cycle, Submission } from '../../schemas/index.ts'
import type { Desk } from '../desk.ts'
import { compile } from '../engine.ts'
import { Refusal } from '../errors.ts'
import { fieldsOf, pointsOf } from '../fields.ts'
import type { CycleRecord, SubmissionRecord } from '../records.ts'
import { progressOf } from '../submission/progress.ts'
import type { Actor, Store } from '../store/port.ts'

/** Opens a cycle: the submissions first, then the cycle that names them and thereby makes them exist. `start` may fill a unit's submission beforehand. */
export async function openCycle(store: Store, desk: Desk, wanted: Cycle, by: Actor, at: string, start: (unit: string) => Partial<Submission> = () => ({})): Promise<Cycle> {
  const edition = await desk.edition(wanted.framework.id, wanted.framework.edition)
  if (!edition || (wanted.framework.hash !== undefined && wanted.framework.hash !== edition.hash)) throw new Refusal('UNKNOWN_EDITION', { edition: `${wanted.framework.id} ${wanted.framework.edition}` })
  const cycle: Cycle = { ...wanted, framework: { ...wanted.framework, hash: edition.hash } }
  const known = new Set(pointsOf(edition.document).map(({ id }) => id))
  const unknown = [...(cycle.profile.points ?? []), ...cycle.units.flatMap(({ notApplicable = [] }) => notApplicable)].filter((id) => !known.has(id))
  if (unknown.length) throw new Refusal('UNKNOWN_POINT', { ids: unknown })
  const twice = cycle.units.find(({ id }, index) => cycle.units.findIndex((unit) => unit.id === id) !== index)
  if (twice) throw new Refusal('ALREADY_EXISTS', { id: twice.id })
  const errors = compile(edition.document, cycle.profile).issues.filter(({ severity }) => severity === 'error')
  if (errors.length) throw new Refusal('DOCUMENT_INVALID', { count: errors.length, issues: errors })
  if (cycle.previous !== undefined && !(await store.get('cycle', cycle.previous, 'all'))) throw new Refusal('NOT_FOUND', { cycle: cycle.previous })
  if (await store.get('cycle', cycle.id, 'all')) throw new Refusal('ALREADY_EXISTS', { id: cycle.id })

  const bench = { fields: fieldsOf(edition.document, pointsOf(edition.document, cycle.profile)) }
  const submissions = Object.fromEntries(cycle.units.map(({ id }) => [id, randomUUID()]))
  await Promise.all(cycle.units.map(({ id: unit, title }) => {
    const id = submissions[unit] ?? ''
    const document: Submission = { format: 'yardstick/submission@1', state: 'draft', answers: {}, evidence: [], points: {}, judgements: {}, updatedAt: at, ...start(unit), id, cycle: cycle.id, unit, revision: 1 }
    return store.change<SubmissionRecord, undefined>({ kind: 'submission', id, scope: 'all' }, () => ({
      result: undefined,
      next: { document, state: document.state, unit, group: cycle.id, summary: progressOf(document, bench), by, at, action: 'submission.created', detail: { label: `${cycle.title} ${title}` } },
    }))
  }))
  await store.change<CycleRecord, undefined>({ kind: 'cycle', id: cycle.id, scope: 'all' }, (head) => {
    if (head) throw new Refusal('ALREADY_EXISTS', { id: cycle.id })
    const summary = { title: cycle.title, year: cycle.year, edition: cycle.framework.edition }
    return { result: undefined, next: { document: { cycle, submissions }, state: 'open', group: cycle.framework.id, summary, by, at, action: 'cycle.opened', detail: { label: cycle.title, hash: edition.hash, units: cycle.units.length } } }
  })
  return cycle
}

/** An official value as the district first sees it. */
export function proposed(value: unknown, source: Answer['source'] = 'official'): Answer {
  return { value, official: value, status: 'proposed', source, revision: 1 }
}
