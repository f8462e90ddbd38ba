import { Worker } from 'node:worker_threads'
import { Refusal, type ErrorCode } from '../errors.ts'
import type { Tasks } from './tasks.ts'

interface Job { name: keyof Tasks; input: unknown[]; resolve: (value: unknown) => void; reject: (error: unknown) => void }
type Answer = { value: unknown } | { refusal: { code: ErrorCode; details?: Record<string, unknown> } } | { failure: string }

const patience = 20_000
const memory = { maxOldGenerationSizeMb: 512 }
const waiting: Job[] = []
let thread: Worker | undefined
let running: { job: Job; timer: NodeJS.Timeout } | undefined

/** Does a task in the worker thread, after those asked for before. One that takes too long or too much memory is refused and the thread replaced. */
export function work<Name extends keyof Tasks>(name: Name, ...input: Parameters<Tasks[Name]>): Promise<ReturnType<Tasks[Name]>> {
  return new Promise((resolve, reject) => {
    waiting.push({ name, input, resolve: resolve as Job['resolve'], reject })
    next()
  })
}

function next(): void {
  const job = running ? undefined : waiting.shift()
  if (!job) return
  thread ??= open()
  thread.ref()
  running = { job, timer: setTimeout(() => { void thread?.terminate() }, patience) }
  thread.postMessage({ name: job.name, input: job.input })
}

function open(): Worker {
  const opened = new Worker(new URL('thread.mjs', import.meta.url), { resourceLimits: memory })
  opened.on('message', (answer: Answer) => {
    opened.unref()
    settle(({ resolve, reject }) => {
      if ('value' in answer) resolve(answer.value)
      else reject('refusal' in answer ? new Refusal(answer.refusal.code, answer.refusal.details) : new Error(answer.failure))
    })
  })
  let why: unknown
  opened.on('error', (error: Error & { code?: string }) => { why = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? undefined : error })
  opened.on('exit', () => {
    thread = undefined
    settle(({ reject }) => reject(why ?? new Refusal('TOO_COMPLEX')))
  })
  return opened
}

function settle(how: (job: Job) => void): void {
  if (!running) return
  clearTimeout(running.timer)
  const { job } = running
  running = undefined
  how(job)
  next()
}
