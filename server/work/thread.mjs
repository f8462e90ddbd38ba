// The worker thread: loads the TypeScript sources as the server does and does one task at a time.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { tasks } = await import('./tasks.ts')

parentPort.on('message', ({ name, input }) => {
  try {
    parentPort.postMessage({ value: tasks[name](...input) })
  } catch (error) {
    parentPort.postMessage(error?.name === 'Refusal' ? { refusal: { code: error.code, details: error.details } } : { failure: String(error?.stack ?? error) })
  }
})
