// The server without its site: the same process npm start runs once the site is built.
import { register } from 'tsx/esm/api'

register()
const { settingsOf, start } = await import('../../server/main.ts')
await start(settingsOf(process.env, process.argv.slice(2)))
