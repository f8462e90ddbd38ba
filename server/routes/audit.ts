import { admins, editors } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import type { Entry } from '../store/port.ts'
import { verify } from '../store/verify.ts'

export const auditRoutes: Route[] = [
  route({
    method: 'GET', path: '/audit', summary: '操作记录，由新到旧', roles: editors, answer: answers.audit,
    query: { before: { type: 'integer', minimum: 1 }, limit: { type: 'integer', minimum: 1, maximum: 500 }, target: { type: 'string', maxLength: 120 } },
    async handle({ store, query }: Call) {
      const limit = Number(query['limit'] ?? 50)
      const entries = await store.entries({ limit: limit + 1, ...(query['before'] === undefined ? {} : { before: Number(query['before']) }), ...(query['target'] === undefined ? {} : { target: query['target'] }) })
      const items = entries.slice(0, limit)
      return { items: items.map(shown), ...(entries.length > limit ? { next: items.at(-1)?.seq } : {}) }
    },
  }),
  route({
    method: 'GET', path: '/audit/verify', summary: '核对操作记录', roles: admins, answer: answers.verified,
    handle: async ({ store }: Call) => verify(store),
  }),
]

function shown({ seq, at, by, action, kind, target, revision, detail, content, previous, hash }: Entry): unknown {
  const { label, ...rest } = JSON.parse(detail) as Record<string, unknown>
  return { seq, at, by: by.name, actor: by, action, kind, id: target, target: typeof label === 'string' ? label : target, revision, detail: rest, content, previous, hash }
}
