import type { Cycle, Submission } from '../../schemas/index.ts'
import { closeCycle, reopenCycle } from '../cycle/close.ts'
import { demandSensible } from '../cycle/demand.ts'
import { openCycle } from '../cycle/open.ts'
import { valuesOf, type Bench } from '../desk.ts'
import { Refusal } from '../errors.ts'
import type { CycleRecord, SubmissionRecord } from '../records.ts'
import { editors, everyone } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import type { Card } from '../store/port.ts'
import { summaryOf, unitOf } from './submissions.ts'

export const cycleRoutes: Route[] = [
  route({
    method: 'GET', path: '/cycles', summary: '年度任务', roles: everyone, answer: answers.cycles,
    async handle({ store, scope }: Call) {
      const [cycles, submissions] = await Promise.all([store.all<CycleRecord>('cycle', 'all'), store.list('submission', scope)])
      return {
        items: cycles.flatMap(({ document: { cycle, submissions: named }, state }) => {
          const own = submissions.filter(({ id, unit }) => unit !== undefined && named[unit] === id)
          return own.length || scope === 'all' ? [{ cycle, state, progress: progressOf(own) }] : []
        }),
      }
    },
  }),
  route<Cycle>({
    method: 'POST', path: '/cycles', summary: '开启年度任务', roles: editors, body: { $ref: 'cycle.schema.json' }, answer: answers.cycleSummary, status: 201,
    async handle({ store, desk, body, by, at }) {
      await demandSensible(store, body, at)
      const cycle = await openCycle(store, desk, body, by, at.toISOString())
      return { cycle, state: 'open', progress: { notStarted: cycle.units.length, draft: 0, submitted: 0, returned: 0, accepted: 0 } }
    },
  }),
  route({
    method: 'GET', path: '/cycles/:id', summary: '一个年度任务', roles: everyone, answer: answers.openCycle,
    async handle(call: Call) {
      const { bench, cards } = await found(call)
      return { cycle: bench.cycle, state: bench.open ? 'open' : 'closed', framework: bench.framework, submissions: cards.flatMap((card) => summaryOf(card, bench)) }
    },
  }),
  route({
    method: 'GET', path: '/cycles/:id/outcomes', summary: '各区的结果', roles: everyone, answer: answers.outcomes,
    async handle(call: Call) {
      const { bench } = await found(call)
      const last = bench.cycle.previous === undefined ? undefined : await call.desk.bench(bench.cycle.previous)
      const [heads, previous] = await Promise.all([
        call.store.all<SubmissionRecord>('submission', call.scope, bench.cycle.id),
        last ? call.store.all<SubmissionRecord>('submission', call.scope, last.cycle.id) : [],
      ])
      const order = new Map(bench.cycle.units.map(({ id }, index) => [id, index]))
      const units = []
      for (const head of heads.sort((a, b) => (order.get(a.unit ?? '') ?? 0) - (order.get(b.unit ?? '') ?? 0))) {
        const unit = unitOf(bench, head.unit)
        if (!unit || bench.submissions[unit.id] !== head.id) continue
        await new Promise(setImmediate)
        const before = previous.find((one) => one.unit === unit.id && last?.submissions[unit.id] === one.id)
        units.push({ unit, submission: head.id, state: head.state, outcome: await call.desk.outcome({ head, bench, ...(before ? { previous: valuesOf(before.document) } : {}) }) })
      }
      return { units }
    },
  }),
  ...(['close', 'reopen'] as const).map((verb) => route({
    method: 'POST', path: `/cycles/:id/${verb}`, summary: verb === 'close' ? '关闭年度任务' : '重新开启年度任务', roles: editors, body: requests.nothing, optional: true,
    async handle({ store, params, by, at }: Call) {
      await (verb === 'close' ? closeCycle : reopenCycle)(store, params['id'] ?? '', by, at.toISOString())
    },
  })),
]

/** A cycle within a scope: a unit sees only cycles it takes part in. */
async function found({ store, desk, params, scope }: Call): Promise<{ bench: Bench; cards: Card[] }> {
  const id = params['id'] ?? ''
  const [bench, cards] = await Promise.all([desk.bench(id), store.list('submission', scope, id)])
  if (!bench || (scope !== 'all' && !cards.some((card) => bench.submissions[card.unit ?? ''] === card.id))) throw new Refusal('NOT_FOUND')
  return { bench, cards }
}

function progressOf(cards: readonly Card[]): Record<string, number> {
  const count = { notStarted: 0, draft: 0, submitted: 0, returned: 0, accepted: 0 }
  for (const { state, summary } of cards) count[state === 'draft' && !summary['done'] && !summary['evidenceBytes'] ? 'notStarted' : (state as Submission['state'])]++
  return count
}
