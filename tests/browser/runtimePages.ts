import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { build } from 'vite'
import { element } from '../../vite.lib.config.ts'
import { pages, servePages, type Served } from './servePages.ts'

/** The pages the runtime is tried on, under a strict content security policy; one of them is foreign and hostile. */
export const serveRuntime = (): Promise<Served> => servePages(async (outDir) => {
  const { build: library, ...shared } = element('iife')
  await build({ configFile: false, logLevel: 'error', root: pages, base: './', plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2022', minify: false, rolldownOptions: { input: { form: join(pages, 'form.html') } } } })
  await build({ ...shared, configFile: false, logLevel: 'error', build: { ...library, outDir, emptyOutDir: false } })
  await build({ configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: false, lib: { entry: join(pages, 'hostile.ts'), formats: ['es'], fileName: () => 'hostile.js' } } })
}, "default-src 'self'", ['hostile.html', 'hostile.css'])
