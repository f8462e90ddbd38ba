import type { Compiled } from '../../engine/index.ts'
import type { EvaluationPoint, Rule } from '../../schemas/index.ts'

/** A band with its lower end as a number. */
export interface Segment {
  level: string
  from?: number
}

/** The number a band's lower end stands for, with the cycle's override. */
export function limitOf(compiled: Compiled, from: Rule | undefined): number | undefined {
  if (typeof from === 'number') return from
  const name = from && typeof from === 'object' && !Array.isArray(from) ? from['var'] : undefined
  if (typeof name !== 'string' || !name.startsWith('params.')) return undefined
  const id = name.slice('params.'.length)
  const value = compiled.profile?.parameters?.[id]?.value ?? compiled.framework.parameters[id]?.value
  return typeof value === 'number' ? value : undefined
}

/** The bands of a point as a ruler's segments; undefined where the rubric is no ruler. */
export function segmentsOf(compiled: Compiled, point: EvaluationPoint): Segment[] | undefined {
  const { method, bands } = point.rubric
  if (method !== 'bands' || !bands || bands.length < 2) return undefined
  const segments = bands.map(({ level, from }): Segment => {
    const limit = limitOf(compiled, from)
    return limit === undefined ? { level } : { level, from: limit }
  })
  return segments.slice(1).every(({ from }) => from !== undefined) ? segments : undefined
}
