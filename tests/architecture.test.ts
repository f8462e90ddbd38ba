import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each room may look into; a room may always look into itself. */
const roads: Record<string, string[]> = {
  schemas: [],
  engine: ['schemas'],
  runtime: ['engine', 'schemas'],
  designer: ['runtime', 'engine', 'schemas'],
  server: ['engine', 'schemas'],
  'server/web': ['designer', 'runtime', 'engine', 'schemas'],
}
/** Documents are data: their JSON may be read from anywhere below. */
const isData = (path: string): boolean => path.startsWith('schemas/') && path.endsWith('.json')

const rooms = Object.keys(roads)
const roomOf = (path: string): string => (path.startsWith('server/web/') ? 'server/web' : (path.split('/')[0] ?? ''))
const sources = rooms.filter((room) => room !== 'server/web').flatMap((room) => files(room)).filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? (entry.name === 'node_modules' || entry.name === 'public' ? [] : files(path)) : [path]
  })
}

/** The relative imports of a file, types included, as paths from the root. */
function imports(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) => relative(root, resolve(join(root, dirname(path)), (match[1] ?? '').split('?')[0] ?? '')))
}

const graph = new Map(sources.map((path) => [path, imports(path)]))

describe('one downhill road', () => {
  test.each(rooms)('%s looks only downhill, and into other rooms through their front door', (room) => {
    const wrong: string[] = []
    for (const [path, targets] of graph) {
      if (roomOf(path) !== room) continue
      for (const target of targets) {
        const other = roomOf(target)
        if (other === room || isData(target)) continue
        if (!roads[room]?.includes(other)) wrong.push(`${path} → ${target}`)
        else if (target !== `${other}/index.ts` && !(other === 'schemas' && target === 'schemas/types.ts')) wrong.push(`${path} → ${target}: not through index.ts`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('nothing goes in a circle, types included', () => {
    const state = new Map<string, 'open' | 'done'>()
    const circles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return
      if (state.get(path) === 'open') {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
        return
      }
      state.set(path, 'open')
      for (const target of graph.get(path) ?? []) if (graph.has(target)) visit(target, [...trail, path])
      state.set(path, 'done')
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

describe('the look of the house', () => {
  test('no source file passes 400 lines', () => {
    expect(sources.filter((path) => path !== 'schemas/types.ts' && readFileSync(join(root, path), 'utf8').split('\n').length > 401)).toEqual([])
  })
  test('folders are at most three deep and bear the name of what they hold', () => {
    const folders = [...new Set(sources.map((path) => dirname(path)))]
    expect(folders.filter((folder) => folder.split('/').length > 3 || /\b(utils?|helpers?|common|lib|core|misc)\b/.test(folder))).toEqual([])
  })
  test('the engine knows no clock, no chance and no code from text', () => {
    const forbidden = /\b(Math\.random|Date\.now|new Date\(\)|eval\(|new Function\b|setTimeout|process\.|globalThis\.)/
    expect(sources.filter((path) => path.startsWith('engine/') && forbidden.test(readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))).toEqual([])
  })
  test('code knows no indicator and no district', () => {
    const known = /黄浦|徐汇|浦东|崇明|沪府教督|educationInvestment|partyLeadership/
    const allowed = /^(schemas\/|server\/seed\/)/
    expect(sources.filter((path) => !allowed.test(path) && known.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })
})
