import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Router } from 'express'
import { localsOf } from './security.ts'

/** The site straight from its sources, for development only. */
export async function viteSite(server: Server): Promise<Router> {
  const { createServer } = await import('vite')
  const root = fileURLToPath(new URL('web', import.meta.url))
  const vite = await createServer({ configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)), root, appType: 'custom', server: { middlewareMode: true, hmr: { server } } })
  const router = Router()
  router.use(vite.middlewares)
  router.get('/{*path}', async (request, response, next) => {
    if (request.path.startsWith('/api/')) return next()
    const page = await vite.transformIndexHtml(request.originalUrl, await readFile(`${root}/index.html`, 'utf8'))
    response.type('html').send(page.replaceAll('__NONCE__', localsOf(response).nonce))
  })
  return router
}
