import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const preact = [
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react$/, replacement: 'preact/compat' },
]
/**
 * What stands in the element in place of what its forms never reach: in rjsf, whatever is for references, alternatives, optional
 * data and added properties, none of which a point's flat form has; in the engine, guesses at what a writer of rules meant, and
 * whatever makes thousands of submissions fast: see also runtime/inTurn.ts.
 */
const instead: Record<string, string> = {
  '@rjsf/utils/lib/deepEquals.js': 'export default Object.is',
  '@rjsf/utils/lib/enums.js': 'export const TranslatableString = {}',
  '@rjsf/utils/lib/guessType.js': 'export default () => "null"',
  '@rjsf/utils/lib/replaceStringParameters.js': 'export default (text) => text',
  '@rjsf/utils/lib/resolveUiSchema.js': 'const given = (_, ui) => ui ?? {}\nexport { given as default, given as expandUiSchemaDefinitions }',
  '@rjsf/utils/lib/shouldRenderOptionalField.js': 'const no = () => false\nexport { no as default, no as getSchemaTypesForXxxOf }',
  'engine/formula/nearest.ts': 'export const nearest = () => undefined',
  'engine/explain/node.ts': 'export const explainNode = () => ({ why: [], missing: [], next: [], limits: [], basis: [] })',
  'engine/plan.ts': `
    import { pointOutcome } from './pointOutcome.ts'
    export const planOf = () => undefined
    export const judgeAll = (state, { outcomes, spans }) => { for (const point of state.compiled.points) outcomes[point.index] = pointOutcome(state, point, spans) }`,
}
/** What the engine says of rules being written and of documents being checked: what operators are called, what lint and the schemas find. */
const unsaid = [[/\/engine\/operators\/\w+\.ts$/, /^ {2}(title|names): \{.*\},$/gm], [/\/engine\/strings\.\w+\.ts$/, /^ {2}'(lint\.|document\.(?!form')).*$/gm]] as const

/** Leaves out of the element also the check of documents by their schemas. */
export const slim = (): Plugin => ({
  name: 'slim',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === './validate.ts' && importer?.includes('/engine/')) return here('runtime/unchecked.ts')
    if (source === './rule/program.ts' && importer?.includes('/engine/')) return here('runtime/inTurn.ts')
    return null
  },
  transform(code, id) {
    const words = unsaid.find(([file]) => file.test(id))?.[1]
    return words ? code.replace(words, '') : null
  },
  load(id) {
    const file = Object.keys(instead).find((each) => id.endsWith(`/${each}`))
    return file ? { code: instead[file] ?? '', moduleType: 'js' } : null
  },
})

const shared = { target: 'es2022', outDir: here('dist/lib'), emptyOutDir: false, cssMinify: true } as const

/** The libraries others import: React and the rest stay outside. */
export const libraries: UserConfig = {
  root: here('.'), publicDir: false,
  build: {
    ...shared,
    lib: { entry: { engine: here('engine/index.ts'), runtime: here('runtime/index.ts'), designer: here('designer/index.ts') }, formats: ['es'], cssFileName: 'yardstick' },
    rolldownOptions: { external: (id: string) => !/^[./]|^\w:|^\0/.test(id) },
  },
}

/** The element in one file that needs nothing: `format` iife for a script tag, es for an import. */
export function element(format: 'iife' | 'es'): UserConfig {
  return {
    root: here('.'), publicDir: false,
    plugins: [slim()],
    resolve: { alias: preact },
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
