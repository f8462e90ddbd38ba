import type { Element, EvaluationPoint, Framework } from '../../types.ts'
import type { District } from './districts.ts'
import { round, type Random } from './random.ts'
import { reconcile, relationsOf } from './relations.ts'

type Values = Record<string, unknown>
type Row = Record<string, unknown>
const sized = new Set(['所', '人', '户', '个', '间', '处', '家', '万元', '万人', '件'])

export interface Ground { framework: Framework; points: readonly EvaluationPoint[]; elements: ReadonlyMap<string, Element>; typical: Values }

/** The first golden case of every point: typical answers that agree with each other. */
export function groundOf(framework: Framework, points: readonly EvaluationPoint[]): Ground {
  const elements = new Map<string, Element>()
  const typical: Values = {}
  for (const { schema, examples } of points) {
    for (const [id, property] of Object.entries(schema.properties)) {
      const element = '$ref' in property ? framework.elements[id] : property
      if (element) elements.set(id, element)
    }
    Object.assign(typical, examples?.[0]?.answers)
  }
  return { framework, points, elements, typical }
}

/** One unit's year: the typical answers at its size, worse here and there the less well things go. */
export function drawn({ points, elements, typical }: Ground, district: District, random: Random): Values {
  const relations = relationsOf(points)
  const parts = new Map(relations.filter(({ part, whole }) => part.length === 1 && whole.length === 1).map(({ part, whole }) => [part[0], whole[0]]))
  const values: Values = {}
  for (const [id, element] of elements) {
    const base = typical[id]
    if (base !== undefined && base !== null) values[id] = draw(base, element, district, random)
  }
  for (const [part, whole] of parts) {
    if (part === undefined || whole === undefined || typeof values[part] !== 'number' || values[part] < 8) continue
    if (random.chance((1 - district.quality) * 0.45)) values[part] = Math.floor(values[part] * (1 - random.between(0.01, 0.03 + 0.3 * (1 - district.quality))))
  }
  reconcile(values, relations)
  return values
}

function draw(base: unknown, element: Element, district: District, random: Random): unknown {
  const worse = 1 - district.quality
  if (typeof base === 'boolean') return base && !random.chance(worse * 0.12)
  if (Array.isArray(base)) return (base as unknown[]).map((row) => (typeof row === 'object' && row !== null ? rowOf(row as Row, element, district, random) : row))
  if (typeof base === 'string') {
    const options = element.oneOf?.map((option) => option.const) ?? []
    return random.chance(worse * 0.35) ? (options[options.indexOf(base) + 1] ?? base) : base
  }
  return typeof base === 'number' ? number(base, element, district, random) : base
}

function number(base: number, element: Element, { size, quality }: District, random: Random): number {
  const worse = 1 - quality
  const unit = element['x-unit'] ?? ''
  const decimals = element['x-decimals'] ?? 0
  const inside = (value: number): number => round(Math.min(element.maximum ?? Infinity, Math.max(element.minimum ?? 0, value)), decimals)
  if (base === 0) return random.chance(worse * 0.06) ? 1 : 0
  if (unit === '%') return base === 100 ? inside(random.chance(worse * 0.5) ? 100 - random.between(0.2, 6 * worse + 0.5) : 100) : inside(base + random.normal() * 1.2 - worse * 5)
  if (unit === '项') return random.chance(worse * 0.4) ? inside(base - 1) : base
  if (sized.has(unit) && base > 2) return inside(base * size)
  return inside(decimals > 0 ? base * (1 + random.normal() * 0.01) : base)
}

function rowOf(row: Row, { items, 'x-key': key }: Element, { size, quality }: District, random: Random): Row {
  const columns = items?.properties ?? {}
  return Object.fromEntries(Object.entries(row).map(([id, value]) => {
    const column = columns[id]
    if (!column || id === key || typeof value !== 'number' || value < 10) return [id, value]
    if (sized.has(column['x-unit'] ?? '')) return [id, round(value * size, column['x-decimals'] ?? 0)]
    return [id, round(Math.min(column.maximum ?? Infinity, value * (1 + random.normal() * 0.02 - (1 - quality) * 0.01)), column['x-decimals'] ?? 0)]
  }))
}
