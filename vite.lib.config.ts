import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** rjsf's markdown help is not used by the widget; it would be a third of the element's size. */
const plainText = [{ find: /^markdown-to-jsx(\/.*)?$/, replacement: here('runtime/plainText.ts') }]
const preact = [
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
]
/** Leaves out of the element what its forms never reach: merging of `allOf`, remote references, and the check of documents by their schemas. */
export const slim = (): Plugin => ({
  name: 'slim',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === './validate.ts' && importer?.includes('/engine/')) return here('runtime/unchecked.ts')
    if (source === 'fast-equals') return here('runtime/equal.ts')
    if (source === 'fast-uri' || source.startsWith('@x0k/json-schema-merge')) return '\0absent'
    return null
  },
  load(id) {
    if (id !== '\0absent') return null
    const names = ['createComparator', 'createMerger', 'createShallowAllOfMerge', 'createDeduplicator', 'createIntersector']
    return `const absent = () => absent\nexport default { resolve: (_, reference) => reference, parse: () => ({}), equal: (a, b) => a === b }\nexport { ${names.map((name) => `absent as ${name}`).join(', ')} }`
  },
})

const shared = { target: 'es2022', outDir: here('dist/lib'), emptyOutDir: false, cssMinify: true } as const

/** The libraries others import: React and the rest stay outside. */
export const libraries: UserConfig = {
  root: here('.'), publicDir: false,
  resolve: { alias: plainText },
  build: {
    ...shared,
    lib: { entry: { engine: here('engine/index.ts'), runtime: here('runtime/index.ts'), designer: here('designer/index.ts') }, formats: ['es'], cssFileName: 'yardstick' },
    rolldownOptions: { external: (id: string) => !/^[./]|^\w:|^\0/.test(id) && !id.startsWith('markdown-to-jsx') },
  },
}

/** The element in one file that needs nothing: `format` iife for a script tag, es for an import. */
export function element(format: 'iife' | 'es'): UserConfig {
  return {
    root: here('.'), publicDir: false,
    plugins: [slim()],
    resolve: { alias: [...plainText, ...preact] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { ...shared, lib: { entry: here('runtime/element.ts'), name: 'Yardstick', formats: [format], fileName: () => (format === 'es' ? 'element.js' : 'yardstick-form.js') }, rolldownOptions: { output: { codeSplitting: false } } },
  }
}

/** `vite build -c vite.lib.config.ts` builds the libraries and, after them, the element in both formats. */
export default defineConfig({
  ...libraries,
  plugins: [{
    name: 'element',
    apply: 'build',
    async closeBundle() {
      const { build } = await import('vite')
      for (const format of ['es', 'iife'] as const) await build({ ...element(format), configFile: false, logLevel: 'warn' })
    },
  }],
})
