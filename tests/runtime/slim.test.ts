import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as whole from '../../engine/index.ts'
import type { Framework, Submission } from '../../schemas/index.ts'
import { element } from '../../vite.lib.config.ts'

/** The engine as it is built into the element says what the whole engine says. */
const here = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const read = <T>(path: string): T => JSON.parse(readFileSync(here(`schemas/shanghai/${path}`), 'utf8')) as T
const framework = read<Framework>('framework.json')
const { submissions } = read<{ submissions: Submission[] }>('synthetic/submissions-2025.json')
let folder: string
let slim: typeof whole

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yardstick-slim-'))
  const { plugins, ...shared } = element('es')
  await build({ ...shared, ...(plugins && { plugins }), configFile: false, logLevel: 'error', build: { outDir: folder, minify: false, target: 'es2022', lib: { entry: fileURLToPath(here('engine/index.ts')), formats: ['es'], fileName: () => 'engine.mjs' } } })
  slim = (await import(pathToFileURL(join(folder, 'engine.mjs')).href)) as typeof whole
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const compiled = (engine: typeof whole) => {
  const made = engine.compile(framework, undefined, { checked: true }).compiled
  if (!made) throw new Error('does not compile')
  return made
}

it('gives every submission the same outcome', () => {
  const [here, there] = [compiled(whole), compiled(slim)]
  for (const submission of submissions) {
    const input = whole.inputOf(submission)
    expect(JSON.parse(JSON.stringify(slim.evaluate(there, input)))).toEqual(JSON.parse(JSON.stringify(whole.evaluate(here, input))))
  }
})

it('follows every keystroke and explains it in the same words', () => {
  const [from, to] = [submissions[0], submissions[1]].map((each) => whole.inputOf(each as Submission)) as [whole.Input, whole.Input]
  const [here, there] = [whole.session(compiled(whole), from), slim.session(compiled(slim), from)]
  for (const [id, value] of Object.entries(to.answers)) {
    expect(there.set(id, value)).toEqual(here.set(id, value))
    for (const key of here.compiled.calculations) expect(there.value(key.id)).toEqual(here.value(key.id))
  }
  for (const { id } of here.compiled.points) expect(slim.explain(there.compiled, there.input, there.outcome, id, 'zh')).toEqual(whole.explain(here.compiled, here.input, here.outcome, id, 'zh'))
})
