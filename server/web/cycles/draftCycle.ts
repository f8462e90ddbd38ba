import type { Cycle, Framework, Unit } from '../../../schemas/index.ts'

export interface CycleFields {
  title: string; year: number; points: string[] | undefined; units: readonly Unit[]; parameters: NonNullable<Cycle['profile']['parameters']>
  submission: string | undefined; review: string | undefined; previous: string | undefined
}

/** The cycle document a form describes, with an id nothing else has. */
export function draftCycle(framework: Framework, fields: CycleFields, cycles: readonly Cycle[], last?: Cycle): Cycle {
  const deadlines = { ...(fields.submission ? { submission: fields.submission } : {}), ...(fields.review ? { review: fields.review } : {}) }
  return {
    format: 'yardstick/cycle@1',
    id: freshId(framework.id, fields.year, new Set(cycles.map(({ id }) => id))),
    title: fields.title,
    framework: { id: framework.id, edition: framework.edition },
    year: fields.year,
    period: { from: `${fields.year}-01-01`, to: `${fields.year}-12-31` },
    ...(fields.previous ? { previous: fields.previous } : {}),
    profile: { ...(fields.points ? { points: fields.points } : {}), ...(Object.keys(fields.parameters).length ? { parameters: fields.parameters } : {}) },
    units: fields.units.map((unit) => ({ ...unit, id: unit.id.trim(), title: unit.title.trim() })),
    ...(last?.procedure ? { procedure: last.procedure } : {}),
    ...(Object.keys(deadlines).length ? { deadlines } : {}),
    ...(framework.synthetic || last?.synthetic ? { synthetic: true } : {}),
  }
}

function freshId(framework: string, year: number, taken: ReadonlySet<string>): string {
  const base = `${framework.slice(0, 52)}_${year}`
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}_${count}`
    if (!taken.has(id)) return id
  }
}
