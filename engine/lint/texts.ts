import { finding, type Check } from './finding.ts'

/** What a person would miss: levels without a descriptor where people judge by them, checks without words, the same name twice in one point, cases that are not there. */
export const texts: Check = ({ compiled }) =>
  compiled.points.flatMap((point) => {
    const { rubric, checks = [] } = point.point
    const descriptors = rubric.method === 'judged' ? point.rubric.levels.filter(({ id }) => !rubric.descriptors?.[id]?.trim()) : []
    const titles = new Map<string, number>()
    for (const { schema } of point.fields) titles.set(schema.title, (titles.get(schema.title) ?? 0) + 1)
    return [
      ...descriptors.map(({ label }) => finding('lint.descriptor', 'warning', `${point.pointer}/rubric/descriptors`, point, { level: label })),
      ...checks.flatMap((check, i) => (check.message.trim() === '' ? [finding('lint.message', 'warning', `${point.pointer}/checks/${i}/message`, point)] : [])),
      ...[...titles].filter(([, count]) => count > 1).map(([title]) => finding('lint.title', 'warning', `${point.pointer}/schema/properties`, point, { name: title })),
    ]
  })
