import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Yardstick needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const dev = process.argv.includes('--dev')
if (!dev) await buildIfOld()
const { register } = await import('tsx/esm/api')
register()
const { settingsOf, start } = await import('./main.ts')
const settings = settingsOf(process.env, process.argv.slice(2))
if (dev) {
  const { viteSite } = await import('./dev.ts')
  await start(settings, viteSite)
} else await start(settings)

/** Builds the site when it was never built or something it is made of is newer. */
async function buildIfOld() {
  const page = join(root, 'dist/web/index.html')
  const sources = ['server/web', 'server/apiVersion.ts', 'runtime', 'designer', 'engine', 'schemas', 'vite.config.ts', 'package-lock.json']
  if (existsSync(page) && sources.every((path) => newest(join(root, path)) <= statSync(page).mtimeMs)) return
  if (!existsSync(join(root, 'vite.config.ts'))) return console.log('No vite.config.ts: starting without the site.')
  console.log('Building the site …')
  const { build } = await import('vite')
  try {
    await build({ root: join(root, 'server/web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  } catch (error) {
    console.error(`The site could not be built (${String(error.message).split('\n')[0]}); starting ${existsSync(page) ? 'with the last build' : 'the API alone'}.`)
  }
}

function newest(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(0, ...readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory() || /\.(tsx?|css|html|svg|json)$/.test(entry.name)).map((entry) => newest(join(path, entry.name))))
}
