import { spawn, type ChildProcess } from 'node:child_process'
import { Agent, request as httpRequest } from 'node:http'
import { fileURLToPath } from 'node:url'

const port = 20_000 + (process.pid % 20_000)
const start = fileURLToPath(new URL('serve.mjs', import.meta.url))
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Answered { status: number; body: unknown; bytes: Buffer; cookie: string }

/** The real server, seeded, on a folder of its own. */
export async function launch(data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [start], { env: { ...process.env, PORT: String(port), DATA_DIR: data, MONGODB_URI: '', WRITES_PER_MINUTE: '1000000' }, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    if ((await send('GET', '/healthz').catch(() => undefined))?.status === 200) return child
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  throw new Error('the server did not answer')
}

/** Signs in with a demonstration account; its cookie. */
export async function session(name: string): Promise<string> {
  const answer = await send('POST', '/api/v1/session', '', { name, password: 'yardstick-demo' })
  if (answer.status !== 200) throw new Error(`cannot sign in as ${name}: ${answer.status}`)
  return answer.cookie
}

/** One request; a body is JSON, or a file as it is. */
export function send(method: string, path: string, cookie = '', body?: unknown): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const file = body instanceof Buffer
    const bytes = body === undefined ? undefined : file ? body : Buffer.from(JSON.stringify(body))
    const headers = { ...(cookie ? { cookie } : {}), ...(method === 'GET' ? {} : { origin: `http://127.0.0.1:${port}` }), ...(bytes ? { 'content-type': file ? 'application/octet-stream' : 'application/json', 'content-length': String(bytes.length) } : {}) }
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('aborted', () => reject(new Error('aborted')))
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        const json = /json/.test(response.headers['content-type'] ?? '')
        resolve({ status: response.statusCode ?? 0, body: json ? JSON.parse(whole.toString('utf8')) : undefined, bytes: whole, cookie: (response.headers['set-cookie'] ?? []).filter((one) => !/=;/.test(one)).map((one) => one.split(';')[0]).join('; ') })
      })
    })
    request.on('error', reject)
    request.end(bytes)
  })
}
