import { finding, placeOf, type Check } from './finding.ts'

/** Whatever people call by its name must have one: an edition cannot be mended once it is published. */
export const unnamed: Check = ({ compiled }) => {
  const { framework, points, nodes } = compiled
  const empty = (title: string): boolean => title.trim() === ''
  const found = [...nodes.values()].filter(({ title }) => empty(title)).map(({ pointer, point, code }) => finding('lint.unnamed', 'error', `${pointer}/title`, points.find(({ id }) => id === point?.id), { name: code }))
  for (const point of points) {
    for (const { id, schema } of point.fields) if (empty(schema.title)) found.push(finding('lint.unnamed', 'error', `${placeOf(compiled, point, id)}/title`, point, { name: point.code }))
    for (const [id, { title }] of Object.entries(point.point.calculations ?? {})) if (empty(title)) found.push(finding('lint.unnamed', 'error', `${point.pointer}/calculations/${id}/title`, point, { name: point.code }))
  }
  for (const [id, { title }] of Object.entries(framework.parameters)) if (empty(title)) found.push(finding('lint.unnamed', 'error', `/parameters/${id}/title`, undefined, { name: id }))
  const seen = new Set<string>()
  return found.filter(({ path }) => !seen.has(path) && seen.add(path))
}
