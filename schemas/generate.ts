import { readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

type Schema = { [key: string]: unknown }

/** The schemas that become types, in the order their documents appear in `types.ts`. */
const names = ['rule', 'framework', 'cycle', 'procedure', 'submission', 'outcome']
const aliases = new Set(['id', 'text', 'longText', 'value', 'rule'])

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** `#/$defs/band`, `framework.schema.json#/$defs/band` and `rule.schema.json` as the name of a type. */
function typeName(ref: string, home: string): string {
  const [file, pointer] = ref.split('#')
  const last = pointer?.split('/').pop()
  return last ? last : (file || home).replace('.schema.json', '')
}

/** One schema node as the type generator wants it: titles are Chinese labels there, so they are dropped here. */
function plain(node: unknown, home: string): unknown {
  if (Array.isArray(node)) return node.map((item) => plain(item, home))
  if (typeof node !== 'object' || node === null) return node
  const { title: _, $schema: _s, $id: _i, $defs: _d, minItems, maxItems, ...rest } = node as Schema
  const out: Schema = {}
  for (const [key, value] of Object.entries(rest)) {
    out[key] = key === 'properties' ? Object.fromEntries(Object.entries(value as Schema).map(([k, v]) => [k, plain(v, home)])) : plain(value, home)
  }
  if (minItems !== undefined && minItems === maxItems) Object.assign(out, { minItems, maxItems })
  if (typeof out['$ref'] === 'string') {
    const name = typeName(out['$ref'], home)
    delete out['$ref']
    if (name === 'id' || name === 'text' || name === 'longText') out['type'] = 'string'
    else if (name === 'value') out['tsType'] = 'unknown'
    else if (name === 'rule') out['tsType'] = 'Rule'
    else out['tsType'] = pascal(name)
  }
  if (out['type'] === 'object' && !out['properties'] && (out['additionalProperties'] === undefined)) out['tsType'] = 'Record<string, unknown>'
  delete out['propertyNames']
  delete out['pattern']
  delete out['format']
  return out
}

/** The text of `schemas/types.ts`, generated from the JSON Schemas beside it. */
export async function generateTypes(): Promise<string> {
  let text = '/* Generated from the JSON Schemas in this folder by `npm run generate`; do not edit. */\n'
  for (const name of names) {
    const schema = JSON.parse(await readFile(new URL(`${name}.schema.json`, import.meta.url), 'utf8')) as Schema
    if (name === 'rule') {
      text += `\n/**\n * ${String(schema['description'])}\n */\nexport type Rule = number | string | boolean | null | Rule[] | { [operator: string]: Rule }\n`
      continue
    }
    const definitions: [string, Schema][] = [[name, schema], ...Object.entries((schema['$defs'] ?? {}) as Record<string, Schema>).filter(([key]) => !aliases.has(key))]
    for (const [key, definition] of definitions) {
      text += '\n' + (await compile(plain(definition, name) as never, pascal(key), {
        bannerComment: '', additionalProperties: false, format: true, style: { semi: false, singleQuote: true, printWidth: 140 },
      }))
    }
  }
  return text.replaceAll('\n\n\n', '\n\n')
}

if (process.argv[1]?.endsWith('generate.ts')) {
  await writeFile(new URL('types.ts', import.meta.url), await generateTypes())
}
