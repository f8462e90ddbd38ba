import react from '@vitejs/plugin-react'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { element } from '../../vite.lib.config.ts'

const pages = fileURLToPath(new URL('pages', import.meta.url))
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the pages the runtime is tried on and serves them under a strict content security policy. */
export async function servePages(): Promise<{ url: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'yardstick-pages-'))
  const { build: library, ...shared } = element('iife')
  await build({ configFile: false, logLevel: 'error', root: pages, base: './', plugins: [react()], build: { outDir: folder, emptyOutDir: true, target: 'es2022', minify: false, rolldownOptions: { input: { form: join(pages, 'form.html') } } } })
  await build({ ...shared, configFile: false, logLevel: 'error', build: { ...library, outDir: folder, emptyOutDir: false } })
  await build({ configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: false, lib: { entry: join(pages, 'hostile.ts'), formats: ['es'], fileName: () => 'hostile.js' } } })
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1)
    const path = name === 'hostile.html' || name === 'hostile.css' ? join(pages, name) : join(folder, name)
    readFile(path).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'content-security-policy': "default-src 'self'" }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
