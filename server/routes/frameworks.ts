import { editors, office } from '../roles.ts'
import { Refusal } from '../errors.ts'
import { route, sent, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import { localsOf } from '../security.ts'
import type { Card } from '../store/port.ts'
import { work } from '../work/work.ts'

export const frameworkRoutes: Route[] = [
  route({
    method: 'GET', path: '/frameworks', summary: '指标体系及其版次、草稿', roles: office, answer: answers.frameworks,
    async handle({ store, me }: Call) {
      const [editions, drafts, cycles] = await Promise.all([store.list('edition', 'all'), editors.includes(me.role) ? store.list('draft', 'all') : [], store.list('cycle', 'all')])
      const open = drafts.filter(({ state }) => state === 'draft')
      const ids = [...new Set([...editions, ...open].map(({ group }) => group ?? ''))]
      return { items: ids.map((id) => summaryOf(id, editions.filter(({ group }) => group === id), open.filter(({ group }) => group === id), cycles)) }
    },
  }),
  route({
    method: 'GET', path: '/frameworks/:id/editions/:edition', summary: '一个已发布的版次', roles: office, answer: answers.edition,
    async handle({ desk, params }: Call) {
      const found = await desk.edition(params['id'] ?? '', params['edition'] ?? '')
      if (!found) throw new Refusal('NOT_FOUND')
      return found
    },
  }),
  route({
    method: 'GET', path: '/frameworks/:id/editions/:edition/book', summary: '逻辑手册：可打印的网页，供审签', roles: office,
    async handle({ desk, params, request, response }: Call) {
      const found = await desk.edition(params['id'] ?? '', params['edition'] ?? '')
      const page = found && (await work('book', found.document, request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh', localsOf(response).nonce))
      if (page === undefined) throw new Refusal('NOT_FOUND')
      response.type('html').send(page)
      return sent
    },
  }),
]

function summaryOf(id: string, editions: readonly Card[], drafts: readonly Card[], cycles: readonly Card[]): unknown {
  const latest = editions[0]?.summary ?? drafts[0]?.summary ?? {}
  return {
    id, title: latest['title'] ?? id, ...(latest['source'] === undefined ? {} : { source: latest['source'] }),
    editions: editions.map(({ summary }) => ({
      edition: summary['edition'], hash: summary['hash'], publishedAt: summary['publishedAt'], by: summary['by'], note: summary['note'],
      cycles: cycles.filter((cycle) => cycle.group === id && cycle.summary['edition'] === summary['edition']).length,
    })),
    drafts: drafts.map(({ id: draft, revision, updatedAt, summary }) => ({
      id: draft, edition: summary['edition'], ...(summary['basedOn'] === undefined ? {} : { basedOn: summary['basedOn'] }), revision, updatedAt, by: summary['by'], title: summary['title'],
    })),
  }
}
