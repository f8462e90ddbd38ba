import { randomBytes } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hash } from '../../../engine/index.ts'
import type { Cycle, Framework } from '../../../schemas/index.ts'
import { addUser } from '../../../server/accounts.ts'
import { createApp, type Options } from '../../../server/app.ts'
import { openCycle } from '../../../server/cycle/open.ts'
import { deskOf } from '../../../server/desk.ts'
import { publishEdition } from '../../../server/framework/publish.ts'
import { hashPassword } from '../../../server/password.ts'
import { roles, type Role } from '../../../server/roles.ts'
import type { Store } from '../../../server/store/port.ts'
import { sha256 } from '../../../server/store/seal.ts'
import { openAny, type Opened } from '../store/stores.ts'
import { cycleOf, framework } from './documents.ts'

export interface Answer<Body = Record<string, never>> { status: number; headers: IncomingMessage['headers']; body: Body; bytes: Buffer }
export interface Client {
  cookie?: string
  /** What the store knows the session by. */
  session: string
  call: <Body = { error: { code: string; details?: Record<string, unknown> } } & Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer<Body>>
}
export interface Running { store: Store; folder: string; url: string; as: (name: string) => Promise<Client>; anyone: Client; submission: (unit: string) => string; cycle: Cycle; end: () => Promise<void>; log: Record<string, unknown>[] }

export const password = 'correct horse 电池'
const by = { id: 'test', name: 'test' }
const at = '2025-06-01T00:00:00.000Z'
let hashed: Promise<string> | undefined

/** The app in this process over an empty store on a free port: one edition, one open cycle for two units, one account per role and unit. */
export async function run(options: { framework?: Framework; cycle?: Partial<Cycle> } & Pick<Options, 'quota' | 'writesPerMinute' | 'demo'> = {}): Promise<Running> {
  const opened: Opened = await openAny()
  const { store } = opened
  const log: Record<string, unknown>[] = []
  const document = options.framework ?? framework
  await publishEdition(store, document, hash(document), '', by, at)
  const cycle = await openCycle(store, deskOf(store), { ...cycleOf(document), ...options.cycle }, by, at)
  await addAccounts(store, cycle)
  const submissions = (await store.get<{ submissions: Record<string, string> }>('cycle', cycle.id, 'all'))?.document.submissions ?? {}
  const server = createServer(createApp(store, { strict: true, ...(options.quota ? { quota: options.quota } : {}), ...(options.writesPerMinute ? { writesPerMinute: options.writesPerMinute } : {}), ...(options.demo ? { demo: true } : {}), log: (line) => log.push(line) }))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    store, url, cycle, log, folder: opened.folder,
    anyone: client(url),
    as: async (name) => signedIn(store, url, name),
    submission: (unit) => submissions[unit] ?? '',
    async end() {
      await close(server)
      await opened.end()
    },
  }
}

export const accountOf = (role: Role, unit = 'east'): string => (role.startsWith('district') ? `${unit}-${role.replace('district-', '')}` : role)

async function addAccounts(store: Store, cycle: Cycle): Promise<void> {
  const kept = await (hashed ??= hashPassword(password))
  const add = (name: string, role: Role, unit?: { id: string; title: string }) =>
    addUser(store, { name, title: name, role, ...(unit ? { unit: unit.id, unitTitle: unit.title } : {}), password: kept, disabled: false, demo: false, createdAt: at }, by, at)
  await Promise.all(roles.flatMap((role) => (role.startsWith('district') ? cycle.units.map((unit) => add(accountOf(role, unit.id), role, unit)) : [add(role, role)])))
}

/** A session as signing in would open it, without the quarter of a second a password costs. */
async function signedIn(store: Store, url: string, name: string): Promise<Client> {
  const session = randomBytes(32).toString('base64url')
  await store.openSession(sha256(session), { user: name, expires: Date.now() + 3_600_000 })
  return client(url, `yardstick=${session}`, sha256(session))
}

function client(url: string, cookie?: string, session = ''): Client {
  return {
    ...(cookie ? { cookie } : {}), session,
    call: (method, path, body, headers = {}) => {
      const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
      const type: Record<string, string> = bytes === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json', 'content-length': String(bytes.length) }
      const origin: Record<string, string> = method === 'GET' || method === 'HEAD' ? {} : { origin: url }
      return send(path.startsWith('/raw') ? `${url}${path.slice(4)}` : `${url}/api/v1${path}`, method, { ...type, ...origin, ...(cookie ? { cookie } : {}), ...headers }, bytes)
    },
  }
}

export function send<Body>(url: string, method: string, headers: Record<string, string>, bytes?: Buffer): Promise<Answer<Body>> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const all = Buffer.concat(chunks)
        const json = /json/.test(response.headers['content-type'] ?? '') && all.length > 0
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: all, body: (json ? JSON.parse(all.toString()) : {}) as Body })
      })
    })
    request.on('error', reject)
    request.end(bytes)
  })
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => { server.close(resolve) })
}
