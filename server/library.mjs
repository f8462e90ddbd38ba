/** The server for programs that are not TypeScript: `import { createApp, openStore } from 'yardstick/server'`. */
import { register } from 'tsx/esm/api'

register()
export const { createApp, openStore, routes } = await import('./index.ts')
