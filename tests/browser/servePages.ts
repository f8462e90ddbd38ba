import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Served { url: string; close: () => Promise<void> }

/** Where the sources of the pages stand. */
export const pages = fileURLToPath(new URL('pages', import.meta.url))
const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves what `build` leaves in an empty folder under a content security policy; `asWritten` are pages served from their sources. */
export async function servePages(build: (folder: string) => Promise<void>, policy: string, asWritten: readonly string[] = []): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'yardstick-pages-'))
  await build(folder)
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1)
    readFile(join(asWritten.includes(name) ? pages : folder, name)).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'content-security-policy': policy }).end(body),
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
