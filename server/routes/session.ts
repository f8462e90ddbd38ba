import { Refusal } from '../errors.ts'
import { samePassword } from '../password.ts'
import { everyone, type User } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import { me as meSchema } from '../schemas/answers.ts'
import { signIn as signInBody } from '../schemas/requests.ts'
import { signIn, signOut } from '../session.ts'

const window = 15 * 60 * 1000
const perAccount = 10
const perAddress = 200

export const sessionRoutes: Route[] = [
  route<{ name: string; password: string }>({
    method: 'POST', path: '/session', summary: '登录', roles: 'anyone', body: signInBody, answer: meSchema,
    async handle({ store, request, response, body }) {
      if (Buffer.byteLength(body.password) > 1024) throw new Refusal('PASSWORD_TOO_LONG')
      const name = body.name.trim().toLowerCase()
      const address = request.ip ?? ''
      const account = `login ${address} ${name}`
      const hits = await Promise.all([store.hit(account, window), store.hit(`login ${address}`, window)])
      for (const [index, { count, until }] of hits.entries()) {
        if (count > (index === 0 ? perAccount : perAddress)) throw new Refusal('TOO_MANY_ATTEMPTS', undefined, { 'retry-after': String(Math.max(1, Math.ceil((until - Date.now()) / 1000))) })
      }
      const head = await store.get<User>('user', name, 'all')
      const right = await samePassword(body.password, head?.document.password)
      if (!right || !head || head.document.disabled) throw new Refusal('WRONG_PASSWORD')
      await store.forgive(account)
      await signIn(store, request, response, name)
      return meOf(head.document)
    },
  }),
  route({
    method: 'GET', path: '/session', summary: '当前账号', roles: everyone, answer: meSchema,
    handle: async ({ me }: Call) => meOf(me),
  }),
  route({
    method: 'DELETE', path: '/session', summary: '退出', roles: 'anyone',
    async handle({ store, request, response }: Call) {
      await signOut(store, request, response)
    },
  }),
]

function meOf({ name, title, role, unit, unitTitle, demo }: User): unknown {
  const place = unit === undefined ? {} : { unit: { id: unit, title: unitTitle ?? unit }, units: [{ id: unit, title: unitTitle ?? unit }] }
  return { id: name, name, title, role, ...place, demo }
}
