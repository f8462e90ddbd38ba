import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generateTypes } from '../schemas/generate.ts'

test('the generated types are fresh', async () => {
  expect(await readFile(new URL('../schemas/types.ts', import.meta.url), 'utf8')).toBe(await generateTypes())
})

const documents = ['rule', 'framework', 'cycle', 'procedure', 'submission', 'outcome']

test.each(documents)('every property of %s has a title and a description', async (name) => {
  const schema: unknown = JSON.parse(await readFile(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
  expect([...untitled(schema, '')]).toEqual([])
})

function* untitled(schema: unknown, path: string): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key !== 'properties') {
      yield* untitled(value, `${path}/${key}`)
      continue
    }
    for (const [name, property] of Object.entries(value as Record<string, { title?: string; description?: string }>)) {
      if (!property.title || !property.description) yield `${path}/properties/${name}`
      yield* untitled(property, `${path}/properties/${name}`)
    }
  }
}
