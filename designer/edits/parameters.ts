import type { Framework, Parameter, Scale } from '../../schemas/index.ts'
import { freshId, idStem } from './nodes.ts'
import { merged } from './setNode.ts'

/** Changes some properties of a parameter. */
export function setParameter(document: Framework, id: string, patch: Partial<Parameter>): Framework {
  const parameter = document.parameters[id]
  return parameter ? { ...document, parameters: { ...document.parameters, [id]: merged(parameter, patch) } } : document
}

/** Adds a parameter; gives its id. */
export function addParameter(document: Framework, parameter: Parameter): { document: Framework; id: string } {
  const id = freshId(document, idStem('parameter', parameter.title, ''))
  return { document: { ...document, parameters: { ...document.parameters, [id]: parameter } }, id }
}

export function removeParameter(document: Framework, id: string): Framework {
  const { [id]: _, ...parameters } = document.parameters
  return { ...document, parameters }
}

/** Parameters whose value is another than in the edition the draft is based on, and whether it is said why. */
export function changedParameters(document: Framework, base: Framework | undefined): { id: string; before: Parameter; after: Parameter; reasoned: boolean }[] {
  return Object.entries(document.parameters).flatMap(([id, after]) => {
    const before = base?.parameters[id]
    if (!before || before.value === after.value) return []
    return [{ id, before, after, reasoned: (after.reason ?? '').trim() !== '' && after.reason !== before.reason }]
  })
}

/** Changes a scale as a whole. */
export function setScale(document: Framework, id: string, scale: Scale): Framework {
  return { ...document, scales: { ...document.scales, [id]: scale } }
}

/** Where a name is read, as texts of the places; looked up once per document. */
export function usesOf(document: Framework, path: string): readonly string[] {
  let uses = known.get(document)
  if (!uses) known.set(document, (uses = allUses(document)))
  return uses.get(path) ?? []
}

const known = new WeakMap<Framework, ReadonlyMap<string, readonly string[]>>()

function allUses(document: Framework): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const look = (value: unknown, place: string): void => {
    if (Array.isArray(value)) for (const item of value) look(item, place)
    else if (typeof value === 'object' && value !== null) {
      const name = 'var' in value ? (Array.isArray(value.var) ? (value.var as unknown[])[0] : value.var) : undefined
      if (typeof name === 'string') found.set(name, [...(found.get(name) ?? []), place])
      const own = 'code' in value && typeof value.code === 'string' ? value.code : place
      for (const item of Object.values(value)) look(item, own)
    }
  }
  look(document.aggregation, '')
  look(document.indicators, '')
  for (const [id, element] of Object.entries(document.elements)) look(element, id)
  return found
}
