import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium as playwright, type Browser } from 'playwright'

const cache = fileURLToPath(new URL('../.cache/chromium/', import.meta.url))
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A headless Chromium: `CHROMIUM` if set, else a system one, else the one inside @sparticuz/chromium; with a Chinese font. */
export async function launch(): Promise<Browser> {
  const environment = { ...process.env, FONTCONFIG_FILE: await fonts() }
  const executablePath = process.env['CHROMIUM'] ?? systemBrowsers.find((path) => existsSync(path)) ?? (await bundled())
  return playwright.launch({ executablePath, args: [], env: environment as Record<string, string> })
}

/** Unpacks the packaged browser once into a folder named after its version, because it reuses whatever it finds there. */
async function bundled(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../node_modules/@sparticuz/chromium/package.json', import.meta.url), 'utf8')) as { version: string }
  const folder = `${cache}${version}`
  await mkdir(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  const libraries = `${folder}/al2023/lib`
  if (existsSync(libraries)) process.env['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return path
}

/** Chromium reads no woff2 as a system font: the packaged Noto Sans SC is converted once and named in a fonts.conf. */
async function fonts(): Promise<string> {
  const folder = `${cache}fonts/`
  const config = `${folder}fonts.conf`
  if (existsSync(config)) return config
  await mkdir(folder, { recursive: true })
  const { decompress } = (await import('wawoff2')) as { decompress: (data: Uint8Array) => Promise<Uint8Array> }
  for (const weight of [400, 700]) {
    const source = createRequire(import.meta.url).resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`)
    await writeFile(`${folder}noto-sans-sc-${weight}.ttf`, await decompress(await readFile(source)))
  }
  await writeFile(`${config}.part`, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir><cachedir>${folder}cache</cachedir></fontconfig>`)
  await rename(`${config}.part`, config)
  return config
}
