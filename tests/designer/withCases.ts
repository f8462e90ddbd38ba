import { setNode } from '../../designer/edits/setNode.ts'
import { pointOf } from '../../designer/edits/nodes.ts'
import { framework } from '../../stories/samples/index.ts'
import type { Framework, GoldenCase } from '../../schemas/index.ts'

/** The sample whose satisfaction is excellent from `excellent` on, with golden cases. */
export function withCases(examples: GoldenCase[], excellent: number): Framework {
  const { rubric } = pointOf(framework, 'approval')!
  return setNode(framework, 'approval', { examples, rubric: { ...rubric, bands: (rubric.bands ?? []).map((band) => (band.level === 'a' ? { ...band, from: excellent } : band)) } })
}
