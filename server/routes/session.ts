import { countAttempt } from '../attempts.ts'
import { Refusal } from '../errors.ts'
import { hashPassword, longestPassword, samePassword } from '../password.ts'
import { everyone, type User } from '../roles.ts'
import { route, type Call, type Route } from '../route.ts'
import { me as meSchema } from '../schemas/answers.ts'
import { changePassword, signIn as signInBody } from '../schemas/requests.ts'
import { signIn, signOut } from '../session.ts'

export const sessionRoutes: Route[] = [
  route<{ name: string; password: string }>({
    method: 'POST', path: '/session', summary: '登录', roles: 'anyone', body: signInBody, answer: meSchema,
    async handle({ store, request, response, body }) {
      if (Buffer.byteLength(body.password) > longestPassword) throw new Refusal('PASSWORD_TOO_LONG')
      const name = body.name.trim().toLowerCase()
      const forgive = await countAttempt(store, request, name)
      const head = await store.get<User>('user', name, 'all')
      const right = await samePassword(body.password, head?.document.password)
      if (!right || !head || head.document.disabled) throw new Refusal('WRONG_PASSWORD')
      await forgive()
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
  route<{ current: string; next: string }>({
    method: 'POST', path: '/session/password', summary: '修改本人密码，其他地方的登录随即失效', roles: everyone, body: changePassword,
    async handle({ store, request, response, body, me, by, at }) {
      const forgive = await countAttempt(store, request, me.name)
      if (!(await samePassword(body.current, me.password))) throw new Refusal('CURRENT_PASSWORD_WRONG', { place: '/current' })
      await forgive()
      if (body.next === body.current) throw new Refusal('PASSWORD_UNCHANGED', { place: '/next' })
      const password = await hashPassword(body.next)
      await store.change<User, undefined>({ kind: 'user', id: me.name, scope: 'all' }, (head) => {
        if (head?.document.password !== me.password) throw new Refusal('REVISION_CONFLICT')
        return { result: undefined, next: { document: { ...head.document, password, demo: false }, state: head.state, by, at: at.toISOString(), action: 'user.password', detail: { label: `${me.title} ${me.name}` } } }
      })
      await store.closeSessionsOf(me.name)
      await signIn(store, request, response, me.name)
    },
  }),
]

function meOf({ name, title, role, unit, unitTitle, demo }: User): unknown {
  const place = unit === undefined ? {} : { unit: { id: unit, title: unitTitle ?? unit }, units: [{ id: unit, title: unitTitle ?? unit }] }
  return { id: name, name, title, role, ...place, demo }
}
