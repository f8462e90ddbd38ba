import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { build } from 'vite'
import { pages, servePages, type Served } from './servePages.ts'

/** The page the designer is tried on: scripts from here only, and none made from text. */
export const serveDesigner = (): Promise<Served> => servePages(async (outDir) => {
  await build({ configFile: false, logLevel: 'error', root: pages, base: './', plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2022', minify: false, rolldownOptions: { input: { designer: join(pages, 'designer.html') } } } })
}, "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
