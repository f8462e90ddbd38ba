import fc from 'fast-check'
import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const text = fc.constantFrom('投入', '师资', '安全', '质量')

const point = (id: string): fc.Arbitrary<EvaluationPoint> =>
  fc.record({
    id: fc.constant(`p${id}`), code: fc.constantFrom('1', '2'), title: text, requirement: text,
    schema: fc.constantFrom<EvaluationPoint['schema']>({ type: 'object' as const, properties: {} }, { type: 'object' as const, properties: { n: { $ref: '#/elements/n' } } }),
    calculations: fc.constantFrom<NonNullable<EvaluationPoint['calculations']>>({}, { c: { title: '和', rule: { '+': [1, 2] } } }, { c: { title: '和', rule: { '+': [1, 3] } }, e: { title: '差', rule: 1 } }),
    rubric: fc.constantFrom({ method: 'narrative' as const }, { method: 'judged' as const, scale: 's' }),
  }, { requiredKeys: ['id', 'code', 'title', 'requirement', 'schema', 'rubric'] })

/** Small frameworks over one pool of ids, so that two of them share, move, add and drop nodes. */
export const frameworks: fc.Arbitrary<Framework> = fc
  .record({
    order: fc.shuffledSubarray(ids, { minLength: 1 }),
    parents: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
    points: fc.shuffledSubarray(ids),
    hosts: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
    title: text,
    limit: fc.constantFrom(1, 2, undefined),
    weights: fc.array(fc.constantFrom(undefined, 0, 2), { minLength: 8, maxLength: 8 }),
  })
  .chain(({ order, parents, points, hosts, title, limit, weights }) =>
    fc.tuple(...points.map(point)).map((made): Framework => {
      const nodes = order.map((id, i): Indicator => ({ id, code: id, title: id, ...(weights[i] !== undefined && { weight: weights[i] }) }))
      const indicators: Indicator[] = []
      for (const [i, node] of nodes.entries()) {
        const parent = nodes[(parents[i] ?? 0) - 5]
        if (parent && nodes.indexOf(parent) < i) (parent.children ??= []).push(node)
        else indicators.push(node)
      }
      for (const [i, item] of made.entries()) {
        const host = nodes[(hosts[i] ?? 0) % nodes.length]
        if (host) (host.evaluationPoints ??= []).push(item)
      }
      return {
        format: 'yardstick/framework@1', id: 'sample', edition: title, title, tiers: [{ id: 't', title: '要点' }],
        elements: limit === undefined ? {} : { n: { type: 'number', title: '数', maximum: limit } },
        parameters: limit === 2 ? { line: { title: '线', value: 2, basis: { kind: 'proposal' } } } : {},
        scales: { s: { title: '等级', levels: [{ id: 'a', label: '好' }] } },
        indicators,
      }
    }),
  )
