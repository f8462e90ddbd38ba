import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = (...folders: string[]): string[] => folders.flatMap((folder) => readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
const code = files('engine', 'runtime', 'designer', 'server/web').filter((name) => /\.tsx?$/.test(name))

/** Words of a language live in its strings; so do its signs, or an English page shows Chinese ones. */
test('Chinese signs stand between words only in the Chinese strings', () => {
  // These hold words of both languages, or make names of cases, which are Chinese in every language.
  const own = /strings(\.zh)?\.ts$|phrases\.ts$|auditText\.ts$|engine\/proposals\.ts$/
  const found = code.filter((name) => !own.test(name)).flatMap((name) => readFileSync(`${root}${name}`, 'utf8').split('\n').flatMap((line, index) => (!line.includes("=== 'zh'") && /join\('[、；，：]'\)|\}[，；：（]\$\{|`（\$\{|\? '[、；，：]' :/.test(line) ? [`${name}:${index + 1}`] : [])))
  expect(found).toEqual([])
})
test('no English string has a Chinese sign', () => {
  const found = code.filter((name) => name.endsWith('strings.en.ts')).flatMap((name) => readFileSync(`${root}${name}`, 'utf8').split('\n').flatMap((line, index) => (/[：（）、，。；《》]/.test(line.replaceAll(/\/\/.*$/g, '')) ? [`${name}:${index + 1}`] : [])))
  expect(found).toEqual([])
})
