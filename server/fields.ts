import { elementOf } from '../engine/index.ts'
import type { Element, EvaluationPoint, Framework, Indicator, Profile } from '../schemas/index.ts'

/** A field a district enters, and the points that show it. */
export interface Field { id: string; element: Element; points: string[]; required: boolean }

export function pointsOf(framework: Framework, profile?: Profile): EvaluationPoint[] {
  const found: EvaluationPoint[] = []
  const walk = (indicators: readonly Indicator[]): void => {
    for (const { evaluationPoints = [], children = [] } of indicators) {
      found.push(...evaluationPoints)
      walk(children)
    }
  }
  walk(framework.indicators)
  return profile?.points ? found.filter(({ id }) => profile.points?.includes(id)) : found
}

/** Every field of the selected points by id; one element may serve several points. */
export function fieldsOf(framework: Framework, points: readonly EvaluationPoint[]): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const point of points) {
    for (const [id, property] of Object.entries(point.schema.properties)) {
      const element = elementOf(framework, property)
      if (!element) continue
      const field = fields.get(id) ?? { id, element, points: [], required: false }
      field.points.push(point.id)
      field.required ||= point.schema.required?.includes(id) ?? false
      fields.set(id, field)
    }
  }
  return fields
}
