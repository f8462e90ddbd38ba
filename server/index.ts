/** The server as a library: an Express app over a store. */
export { createApp, type Options } from './app.ts'
export { openStore } from './store/open.ts'
export type { Store } from './store/port.ts'
export { routes } from './routes/index.ts'
