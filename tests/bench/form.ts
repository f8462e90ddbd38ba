import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession } from 'playwright'
import { build, type UserConfig } from 'vite'
import { element } from '../../vite.lib.config.ts'
import { launch } from '../chromium.ts'
import { line, type Line } from './measure.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const rounds = 5

interface Measured {
  script: number
  p50: number
  p95: number
  perKey: number
}

/** The element with 300 fields beside the same fields written by hand in React: script time to interactive, keystrokes, size. */
export async function form(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'yardstick-form-'))
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1)
    readFile(path.endsWith('.html') ? here(`page/${path}`) : join(folder, path)).then((body) => response.writeHead(200, { 'content-type': path.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript' }).end(body), () => response.writeHead(404).end())
  })
  const browser = await launch()
  try {
    const { build: library, ...shared } = element('iife')
    const page = (name: string, more: UserConfig): Promise<unknown> => build({ ...more, configFile: false, logLevel: 'error', build: { target: 'es2022', outDir: folder, emptyOutDir: false, lib: { entry: here(`page/${name}`), name: 'page', formats: ['iife'], fileName: () => name.replace(/\.tsx?$/, '.js') } } })
    await page('ours.ts', shared)
    await page('plain.tsx', { define: { 'process.env.NODE_ENV': '"production"' } })
    await build({ ...shared, configFile: false, logLevel: 'error', build: { ...library, outDir: folder, emptyOutDir: false } })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    const runs: Record<string, Measured[]> = { ours: [], plain: [] }
    for (let round = 0; round < rounds; round += 1) for (const name of round % 2 ? ['plain', 'ours'] : ['ours', 'plain']) runs[name]?.push(await measure(browser, `${base}/${name}.html`))
    const middle = (name: string, pick: (run: Measured) => number): number => (runs[name] ?? []).map(pick).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN
    const size = async (file: string): Promise<number> => gzipSync(await readFile(join(folder, file)), { level: 9 }).length / 1000
    const lines = ([['script CPU to interactive', 'script'], ['keystroke to frame p50', 'p50'], ['keystroke to frame p95', 'p95'], ['script CPU per keystroke', 'perKey']] as const).map(([name, key]) => {
      const [ours, plain] = [middle('ours', (run) => run[key]), middle('plain', (run) => run[key])]
      return line(`form of 300 fields: ${name}`, ours, 'ms', 'hand-written React (times its time)', ours / plain)
    })
    const [file, plain] = [await size('yardstick-form.js'), await size('plain.js')]
    return [...lines, line('form of 300 fields: element in one file, gzip', file, 'kB', 'hand-written React page (times its size)', file / plain)]
  } finally {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
}

async function measure(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await scriptTime(session)
  await page.goto(url)
  // Nothing is asked of the page meanwhile: looking into a shadow root would count as the page's own script.
  await page.waitForTimeout(1500)
  const script = (await scriptTime(session)) - before
  await page.locator('textarea').first().waitFor({ timeout: 1000 })
  const field = page.locator('#amount1, #ys-point1-amount1')
  await field.scrollIntoViewIfNeeded()
  await field.focus()
  await page.keyboard.press('End')
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    const keys: number[] = []
    Object.assign(window, { keys })
    addEventListener('input', () => {
      const start = performance.now()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => keys.push(performance.now() - start)
        channel.port2.postMessage(0)
      })
    }, { capture: true })
  })
  const started = await scriptTime(session)
  const typed = Array.from({ length: 10 }, () => ['1', '2', 'Backspace', 'Backspace']).flat()
  for (const key of typed) {
    await page.keyboard.press(key)
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(400)
  const perKey = ((await scriptTime(session)) - started) / typed.length
  const keys = (await page.evaluate(() => (window as unknown as { keys: number[] }).keys)).toSorted((a, b) => a - b)
  await context.close()
  const at = (share: number): number => keys[Math.min(keys.length - 1, Math.floor(keys.length * share))] ?? NaN
  return { script, p50: at(0.5), p95: at(0.95), perKey }
}
