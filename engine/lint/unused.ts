import { finding, nodesOf, type Check } from './finding.ts'

/** Elements no point asks for, parameters no rule reads, scales nothing uses. */
export const unused: Check = ({ compiled, rules }) => {
  const { framework, profile } = compiled
  if (profile.points) return []
  const readers = new Map<string, string[]>()
  for (const { rule } of rules) for (const { variable, path, names } of nodesOf(rule.node)) for (const name of [...(variable ? [variable.path] : []), ...(names?.keys() ?? [])]) readers.set(name.replace(/^previous\./, ''), [...(readers.get(name.replace(/^previous\./, '')) ?? []), path])
  const text = JSON.stringify([framework.aggregation, framework.indicators, framework.elements])
  const scales = new Set([...compiled.points.map(({ point }) => point.rubric.scale), framework.aggregation?.scale, ...[...compiled.nodes.values()].map(({ indicator }) => indicator?.aggregation?.scale)])
  return [
    ...Object.keys(framework.elements).filter((id) => !compiled.fields.has(id)).map((id) => (readers.has(id) ? finding('lint.unasked', 'warning', `/elements/${id}`, undefined, { name: framework.elements[id]?.title ?? id }, { related: readers.get(id) ?? [] }) : finding('lint.unusedElement', 'warning', `/elements/${id}`, undefined, { name: framework.elements[id]?.title ?? id }, { fix: { title: '', edits: [{ path: `/elements/${id}` }] } }))),
    ...Object.keys(framework.parameters).filter((id) => !readers.has(`params.${id}`) && !text.includes(`"params.${id}"`)).map((id) => finding('lint.unusedParameter', 'warning', `/parameters/${id}`, undefined, { name: framework.parameters[id]?.title ?? id }, { fix: { title: '', edits: [{ path: `/parameters/${id}` }] } })),
    ...Object.keys(framework.scales).filter((id) => !scales.has(id)).map((id) => finding('lint.unusedScale', 'warning', `/scales/${id}`, undefined, { name: framework.scales[id]?.title ?? id }, { fix: { title: '', edits: [{ path: `/scales/${id}` }] } })),
  ]
}
