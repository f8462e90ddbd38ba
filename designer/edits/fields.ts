import type { Element, EvaluationPoint, Framework, LayoutItem } from '../../schemas/index.ts'
import { freshId, idStem, pointOf } from './nodes.ts'
import { merged, setNode } from './setNode.ts'

const setProperties = (point: EvaluationPoint, properties: EvaluationPoint['schema']['properties'], required = point.schema.required): Partial<EvaluationPoint> => ({
  schema: merged(point.schema, { properties, required: required && required.length > 0 ? required : undefined }),
})

/** Uses a shared element in a point. */
export function useElement(document: Framework, pointId: string, element: string): Framework {
  const point = pointOf(document, pointId)
  if (!point || Object.hasOwn(point.schema.properties, element) || !Object.hasOwn(document.elements, element)) return document
  return setNode(document, pointId, setProperties(point, { ...point.schema.properties, [element]: { $ref: `#/elements/${element}` } }))
}

/** Defines a new element in the library and uses it in a point; gives its id. */
export function addElement(document: Framework, pointId: string, element: Element): { document: Framework; id: string } {
  const id = freshId(document, idStem('field', element.title, pointOf(document, pointId)?.code ?? ''))
  return { document: useElement({ ...document, elements: { ...document.elements, [id]: element } }, pointId, id), id }
}

/** Takes a field out of a point, with its place in the layout; a shared element stays in the library. */
export function removeField(document: Framework, pointId: string, id: string): Framework {
  const point = pointOf(document, pointId)
  if (!point || !Object.hasOwn(point.schema.properties, id)) return document
  const { [id]: _, ...properties } = point.schema.properties
  const layout = point.layout?.filter((item) => item.field !== id)
  return setNode(document, pointId, { ...setProperties(point, properties, point.schema.required?.filter((name) => name !== id)), ...(point.layout && { layout: layout && layout.length > 0 ? layout : undefined }) })
}

/** Changes some properties of an element, in the library or in the point that defines it. */
export function setElement(document: Framework, pointId: string, id: string, change: Partial<Element> | ((element: Element) => Partial<Element>)): Framework {
  const shared = document.elements[id]
  const point = pointOf(document, pointId)
  const local = point?.schema.properties[id]
  const old = local && 'type' in local ? local : shared
  if (!old) return document
  const patch = typeof change === 'function' ? change(old) : change
  if (local && 'type' in local && point) return setNode(document, pointId, setProperties(point, { ...point.schema.properties, [id]: merged(local, patch) }))
  return shared ? { ...document, elements: { ...document.elements, [id]: merged(shared, patch) } } : document
}

/** Takes an element out of the library; the points that ask for it must be none. */
export function removeElement(document: Framework, id: string): Framework {
  if (!Object.hasOwn(document.elements, id)) return document
  const { [id]: _, ...elements } = document.elements
  return { ...document, elements }
}

/** The element a field of a point stands for. */
export function elementOf(document: Framework, point: EvaluationPoint, id: string): Element | undefined {
  const property = point.schema.properties[id]
  return property && 'type' in property ? property : Object.hasOwn(document.elements, id) ? document.elements[id] : undefined
}

/** Requires a field, or no longer. */
export function setRequired(document: Framework, pointId: string, id: string, required: boolean): Framework {
  const point = pointOf(document, pointId)
  if (!point) return document
  const others = (point.schema.required ?? []).filter((name) => name !== id)
  return setNode(document, pointId, setProperties(point, point.schema.properties, required ? [...others, id] : others))
}

/** Changes how a field is laid out: its heading, its conditions. */
export function setLayout(document: Framework, pointId: string, id: string, patch: Partial<LayoutItem>): Framework {
  const point = pointOf(document, pointId)
  if (!point) return document
  const layout = point.layout ?? []
  const item = layout.find(({ field }) => field === id)
  const young = merged<LayoutItem>(item ?? { field: id }, patch)
  return setNode(document, pointId, { layout: item ? layout.map((one) => (one === item ? young : one)) : [...layout, young] })
}

/** Puts a field before another one (or at the end), in the order the form shows. */
export function orderField(document: Framework, pointId: string, id: string, before: string | undefined): Framework {
  const point = pointOf(document, pointId)
  if (!point) return document
  const order = fieldOrder(point)
  const rest = order.filter((name) => name !== id)
  const at = before === undefined ? rest.length : rest.indexOf(before)
  const wanted = rest.toSpliced(at < 0 ? rest.length : at, 0, id)
  const items = new Map((point.layout ?? []).flatMap((item) => (item.field === undefined ? [] : [[item.field, item] as const])))
  const headings = (point.layout ?? []).filter(({ field }) => field === undefined)
  return setNode(document, pointId, { layout: [...headings, ...wanted.map((field) => items.get(field) ?? { field })] })
}

/** Field ids in the order the form shows them. */
export function fieldOrder(point: EvaluationPoint): string[] {
  const placed = (point.layout ?? []).flatMap(({ field }) => (field !== undefined && Object.hasOwn(point.schema.properties, field) ? [field] : []))
  return [...placed, ...Object.keys(point.schema.properties).filter((id) => !placed.includes(id))]
}
