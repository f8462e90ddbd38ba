import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Running { url: string; data: string; output: () => string; stop: () => Promise<void> }

const start = fileURLToPath(new URL('../../server/start.mjs', import.meta.url))

/** Starts the real server on a free port over an empty data folder, as `npm start` does, and waits until it answers. */
export async function startServer(options: { args?: string[]; env?: Record<string, string> } = {}): Promise<Running> {
  const data = await mkdtemp(join(tmpdir(), 'yardstick-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const child = spawn(process.execPath, [start, ...(options.args ?? [])], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: data, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 400; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${output}`)
    if (await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false)) return { url, data, output: () => output, stop }
    await new Promise((resolve) => { setTimeout(resolve, 250) })
  }
  await stop()
  throw new Error(`the server did not answer:\n${output}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
