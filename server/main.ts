import type { Server } from 'node:http'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Router } from 'express'
import { createApp, type Options } from './app.ts'
import { sweepEvidence } from './evidence/sweep.ts'
import { demoHint, type DemoHint } from './seed/accounts.ts'
import { isUnsown, seed } from './seed/seed.ts'
import { firstAdminLink } from './firstAdmin.ts'
import { listener } from './listener.ts'
import { StoreRefused } from './store/folder.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/port.ts'
import { watchStore } from './watch.ts'

export interface Settings { port: number; host: string | undefined; folder: string; mongo: string | undefined; seed: boolean; app: Pick<Options, 'dev' | 'quota' | 'writesPerMinute' | 'trustProxy' | 'publicUrl'> }

/** The settings of the environment and the command line. */
export function settingsOf(environment: NodeJS.ProcessEnv, words: readonly string[]): Settings {
  const { PORT, HOST, DATA_DIR, MONGODB_URI, EVIDENCE_QUOTA_MB, WRITES_PER_MINUTE, TRUST_PROXY, PUBLIC_URL } = environment
  return {
    port: Number(PORT ?? 3000), host: HOST, folder: resolve(DATA_DIR ?? 'data'), mongo: MONGODB_URI, seed: !words.includes('--no-seed'),
    app: {
      dev: words.includes('--dev'),
      ...(EVIDENCE_QUOTA_MB ? { quota: countOf('EVIDENCE_QUOTA_MB', EVIDENCE_QUOTA_MB) * 2 ** 20 } : {}), ...(WRITES_PER_MINUTE ? { writesPerMinute: countOf('WRITES_PER_MINUTE', WRITES_PER_MINUTE) } : {}),
      ...(TRUST_PROXY ? { trustProxy: Number(TRUST_PROXY) || TRUST_PROXY } : {}), ...(PUBLIC_URL ? { publicUrl: addressOf(PUBLIC_URL) } : {}),
    },
  }
}

function countOf(name: string, text: string): number {
  const count = Number(text)
  return count > 0 && Number.isFinite(count) ? count : refuse('SETTING_INVALID', `${name} is a number above 0, not ${text}.`)
}

const addressOf = (text: string): string =>
  URL.canParse(text) && /^https?:/.test(text) ? text : refuse('SETTING_INVALID', `PUBLIC_URL is an address such as https://example.org, not ${text}.`)

/** Opens the store, seeds an empty one or goes on seeding it, listens, and prints where. */
export async function start(settings: Settings, site?: (server: Server) => Promise<Router>): Promise<Server> {
  const store = await openOrExplain(settings)
  if (settings.seed && (await isUnsown(store))) await seed(store)
  const hint = await demoHint(store)
  const web = fileURLToPath(new URL('../dist/web', import.meta.url))
  const server = listener()
  const log = (line: Record<string, unknown>) => console.error(JSON.stringify({ at: new Date().toISOString(), ...line }))
  const app = createApp(store, {
    ...settings.app, log, ...(hint ? { demo: true } : {}),
    ...(site ? { site: await site(server) } : {}), ...(existsSync(`${web}/index.html`) && !settings.app.dev ? { web } : {}),
  })
  server.on('request', app)
  const host = hint ? '127.0.0.1' : (settings.host ?? '0.0.0.0')
  await listen(server, settings.port, host)
  stopGracefully(server, store)
  watchStore(store, log)
  sweepEvidence(store).catch((error: unknown) => console.error(error))
  const { port } = server.address() as { port: number }
  announce(`http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`, store, hint, settings)
  if ((await store.list('user', 'all')).length === 0) console.log(`首个管理员（一次有效，一日之内）first administrator (once, within a day): ${await firstAdminLink(store, `http://localhost:${port}`)}`)
  return server
}

async function openOrExplain(settings: Settings): Promise<Store> {
  try {
    return await openStore({ folder: settings.folder, ...(settings.mongo ? { mongo: settings.mongo } : {}) })
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error
    return refuse(error.code, error.message)
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse('PORT_INVALID', `PORT is a number from 0 to 65535, not ${process.env['PORT'] ?? port}.`)
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') refuse('PORT_IN_USE', `Port ${port} on ${host} is taken by another program. Stop that one, or start this with another PORT.`)
      if (error.code === 'EACCES') refuse('PORT_FORBIDDEN', `This account may not listen on port ${port}. Start with another PORT.`)
      failed(error)
    })
    server.listen(port, host, done)
  })
}

/** Why it does not start, in one line for whoever starts it. */
function refuse(code: string, message: string): never {
  console.error(`${code}: ${message}`)
  process.exit(1)
}

/** On SIGTERM or SIGINT: no new connections, ten seconds for what is under way, everything on disk, exit 0. */
function stopGracefully(server: Server, store: Store): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    const deadline = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(deadline)
      store.close().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1) })
    })
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    idle.unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const crash = (error: unknown) => {
    console.error(JSON.stringify({ at: new Date().toISOString(), level: 'fatal', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    process.exitCode = 1
    server.close()
    setTimeout(() => process.exit(1), 2000).unref()
  }
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
}

function announce(address: string, store: Store, hint: DemoHint | undefined, settings: Settings): void {
  const lines = [`量尺 Yardstick  ${address}`, `存储 store: ${store.name}${store.name === 'sqlite' ? ` ${settings.folder}` : ''}`]
  if (hint) {
    lines.push('', `示例账号 demo accounts（密码 password ${hint.password}）：`, ...hint.accounts.map(({ name, title }) => `  ${name.padEnd(20)} ${title}`), '  … 其余单位各有同样的两个 the same two for every unit',
      '', '有示例账号时只监听本机；在“系统 · 账号”中停用它们并重新启动，即对外开放。', 'Listening on this machine only while demo accounts exist; disable them under 系统 · 账号, then restart.')
  }
  console.log(lines.join('\n'))
}
