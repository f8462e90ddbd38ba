import { compiled, linked, written } from './rules.ts'
import { line, type Line } from './measure.ts'

/** Bytes a compiled rule keeps, program included, beyond its JSON and the names it reads, among 9,000 distinct ones. Needs --expose-gc. */
export function memory(): Line[] {
  const collect = (globalThis as { gc?: () => void }).gc
  if (!collect) return []
  const used = (): number => {
    collect()
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const given = written(1000)
  const before = used()
  const made = compiled(given)
  linked(made)
  const after = used()
  const count = made.points.reduce((sum, { calculations, checks, levels }) => sum + calculations.length + checks.length + levels.length, 0)
  const bytes = (after - before) / count
  return [line('bytes kept per rule', bytes, 'B', '600 B (share used)', bytes / 600)]
}
