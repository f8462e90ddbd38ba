import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = (...folders: string[]): string[] => folders.flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
const code = files('engine', 'runtime', 'designer', 'server/web').filter((name) => /\.tsx?$/.test(name))

/** Code without what is for its readers, patterns, and words that stand in both languages side by side. */
const spoken = (source: string): string => source
  .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''))
  .replaceAll(/(?<=^|\s)\/\/.*$/gm, '')
  .replaceAll(/(?<=[=(,:!?|&]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])+\]|[^/\\[\n])+\/[a-z]*/g, '')
  .replaceAll(/^.*(=== 'zh'|\bzh: ).*$/gm, '')

/** Words of a language live in its strings; so do its signs, or an English page shows Chinese ones. */
test('Chinese signs stand only in the Chinese strings', () => {
  // These hold words of both languages, read what is typed in either, or make names of cases, which are Chinese in every language.
  const own = /strings(\.zh)?\.ts$|phrases\.ts$|auditText\.ts$|engine\/proposals\.ts$|formula\/tokens\.ts$/
  const found = code.filter((name) => !own.test(name)).flatMap((name) => spoken(readFileSync(`${root}${name}`, 'utf8')).split('\n').flatMap((line, index) => (/[、，；：（）。]/.test(line) ? [`${name}:${index + 1}`] : [])))
  expect(found).toEqual([])
})
test('no English string has a Chinese sign', () => {
  const found = code.filter((name) => name.endsWith('strings.en.ts')).flatMap((name) => readFileSync(`${root}${name}`, 'utf8').split('\n').flatMap((line, index) => (/[：（）、，。；《》]/.test(line.replaceAll(/\/\/.*$/g, '')) ? [`${name}:${index + 1}`] : [])))
  expect(found).toEqual([])
})
