import type { Calculation, Element, EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'

/**
 * The framework as the form evaluates it: beside the document's own calculations it asks, with the same rules and the same engine,
 * which fields show, which are required now, and what a table's computed columns come to. The document itself is untouched.
 */
export interface Lens {
  framework: Framework
  /** The calculation that says whether a field shows; undefined where it always does. */
  visible(point: string, field: string): string | undefined
  required(point: string, field: string): string | undefined
  column(point: string, field: string, column: string): string | undefined
  /** Whether a calculation is the document's own. */
  own(calculation: string): boolean
  /** The point's document. */
  document(point: string): EvaluationPoint | undefined
}

/** Makes the lens of a framework; the document is not touched. */
export function lens(framework: Framework): Lens {
  const ids = new Map<string, string>()
  const asked = new Set<string>()
  const documents = new Map<string, EvaluationPoint>()
  let count = 0

  function ask(into: Record<string, Calculation>, point: string, key: string, rule: Calculation['rule']): void {
    const id = `asked__${(count += 1)}`
    into[id] = { title: key, rule }
    ids.set(`${point}/${key}`, id)
    asked.add(id)
  }

  function pointOf(point: EvaluationPoint): EvaluationPoint {
    documents.set(point.id, point)
    const more: Record<string, Calculation> = {}
    for (const { field, visibleIf, requiredIf } of point.layout ?? []) {
      if (!field) continue
      if (visibleIf !== undefined) ask(more, point.id, `visible/${field}`, visibleIf)
      if (requiredIf !== undefined) ask(more, point.id, `required/${field}`, requiredIf)
    }
    for (const [field, property] of Object.entries(point.schema.properties)) {
      const element: Element | undefined = '$ref' in property ? framework.elements[field] : property
      for (const [column, { 'x-calculation': rule }] of Object.entries(element?.items?.properties ?? {})) {
        if (rule !== undefined) ask(more, point.id, `column/${field}/${column}`, { map: [{ var: field }, { var: column }] })
      }
    }
    const { examples: _, ...rest } = point
    return { ...rest, calculations: { ...point.calculations, ...more } }
  }

  function indicatorOf(indicator: Indicator): Indicator {
    return {
      ...indicator,
      ...(indicator.children ? { children: indicator.children.map(indicatorOf) } : {}),
      ...(indicator.evaluationPoints ? { evaluationPoints: indicator.evaluationPoints.map(pointOf) } : {}),
    }
  }

  return {
    framework: { ...framework, indicators: framework.indicators.map(indicatorOf) },
    visible: (point, field) => ids.get(`${point}/visible/${field}`),
    required: (point, field) => ids.get(`${point}/required/${field}`),
    column: (point, field, column) => ids.get(`${point}/column/${field}/${column}`),
    own: (calculation) => !asked.has(calculation),
    document: (point) => documents.get(point),
  }
}
