import { randomUUID } from 'node:crypto'
import type { Cycle, Submission } from '../../schemas/index.ts'
import { outcomeOf, valuesOf, type Desk } from '../desk.ts'
import { compile } from '../../engine/index.ts'
import { Refusal } from '../errors.ts'
import { fieldsOf, pointsOf } from '../fields.ts'
import type { CycleRecord, SubmissionRecord } from '../records.ts'
import { progressOf } from '../submission/progress.ts'
import type { Actor, Store } from '../store/port.ts'
import { factOf } from '../store/seal.ts'

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
  const { compiled, issues } = compile(edition.document, cycle.profile)
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (!compiled || errors.length) throw new Refusal('DOCUMENT_INVALID', { count: errors.length, issues: errors })
  const last = cycle.previous === undefined ? undefined : await desk.bench(cycle.previous)
  if (cycle.previous !== undefined && !last) throw new Refusal('NOT_FOUND', { cycle: cycle.previous })
  if (await store.get('cycle', cycle.id, 'all')) throw new Refusal('ALREADY_EXISTS', { id: cycle.id })

  const bench = { fields: fieldsOf(edition.document, pointsOf(edition.document, cycle.profile)) }
  const submissions = Object.fromEntries(cycle.units.map(({ id }) => [id, randomUUID()]))
  await Promise.all(cycle.units.map(async ({ id: unit, title }) => {
    const id = submissions[unit] ?? ''
    const document: Submission = { format: 'yardstick/submission@1', state: 'draft', answers: {}, evidence: [], points: {}, judgements: {}, updatedAt: at, ...start(unit), id, cycle: cycle.id, unit, revision: 1 }
    const before = last && document.state !== 'draft' ? (await desk.open(last.submissions[unit] ?? '', 'all').catch(() => undefined))?.head.document : undefined
    const recorded = document.state === 'draft' ? undefined : factOf(outcomeOf({ cycle, compiled }, document, before && valuesOf(before), { hash: true }))
    await store.change<SubmissionRecord, undefined>({ kind: 'submission', id, scope: 'all' }, () => ({
      result: undefined,
      next: {
        document, state: document.state, unit, group: cycle.id, summary: progressOf(document, bench), ...(recorded ? { outcome: recorded.id, facts: [recorded] } : {}),
        by, at, action: 'submission.created', detail: { label: `${cycle.title} ${title}` },
      },
    }))
  }))
  await store.change<CycleRecord, undefined>({ kind: 'cycle', id: cycle.id, scope: 'all' }, (head) => {
    if (head) throw new Refusal('ALREADY_EXISTS', { id: cycle.id })
    const summary = { title: cycle.title, year: cycle.year, edition: cycle.framework.edition }
    return { result: undefined, next: { document: { cycle, submissions }, state: 'open', group: cycle.framework.id, summary, by, at, action: 'cycle.opened', detail: { label: cycle.title, hash: edition.hash, units: cycle.units.length } } }
  })
  return cycle
}
