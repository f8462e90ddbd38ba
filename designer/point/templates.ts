import type { Framework, Rubric, Rule } from '../../schemas/index.ts'

/** The six ways office staff know, as rubrics to start from. */
export const templates: readonly NonNullable<Rubric['template']>[] = ['要素法', '公式法', '条件法', '扣分法', '定性定量结合', '李克特量表']

/** A rubric of a template over a scale, wired to the numbers and yes/no values of a point; thresholds are to be replaced. */
export function rubricOf(template: NonNullable<Rubric['template']>, document: Framework, { numbers, yes }: { numbers: readonly string[]; yes: readonly string[] }, scaleId: string): Rubric {
  const levels = document.scales[scaleId]?.levels ?? []
  const value = { var: numbers[0] ?? yes[0] ?? '' }
  const shared = { scale: scaleId, template } as const
  const ascending = levels.toReversed()
  const bands = (step: number, start: number): Rubric['bands'] => ascending.map(({ id }, i) => (i === 0 ? { level: id } : { level: id, from: start + step * (i - 1) }))
  switch (template) {
    case '要素法': {
      const conditions = yes.length > 0 ? yes.map((name) => ({ '==': [{ var: name }, true] })) : [{ '>=': [value, 1] }]
      const least = (i: number): number => Math.max(1, conditions.length - i)
      const better = levels.slice(0, -1).map(({ id }, i) => ({ level: id, levelIf: { kOfN: [least(i), conditions] } }))
      const worst = levels.slice(-1).map(({ id }) => ({ level: id, levelIf: { '!': [{ kOfN: [least(levels.length - 2), conditions] }] } }))
      return { ...shared, method: 'criteria', policy: 'first', criteria: [...better, ...worst] }
    }
    case '公式法':
      return { ...shared, method: 'bands', value, bands: bands(10, 60), includes: 'lower' }
    case '条件法':
      return { ...shared, method: 'criteria', policy: 'first', criteria: levels.map(({ id }, i) => ({ level: id, levelIf: (i === levels.length - 1 ? { '<': [value, 100 - 10 * i] } : { '>=': [value, 90 - 10 * i] }) as Rule })) }
    case '扣分法': {
      const deductions = (numbers.length > 0 ? numbers : ['']).map((name) => ({ var: name }))
      const remaining = { '-': [100, deductions.length === 1 ? (deductions[0] ?? 0) : { '+': deductions }] }
      return { ...shared, method: 'bands', value: remaining, score: remaining, bands: bands(10, 60), includes: 'lower' }
    }
    case '定性定量结合': {
      const worst = levels.at(-2)?.id ?? levels.at(-1)?.id ?? ''
      return { ...shared, method: 'judged', descriptors: Object.fromEntries(levels.map(({ id }) => [id, ''])), cap: [{ id: 'cap1', title: '', when: { '<': [value, 60] }, level: worst }] }
    }
    case '李克特量表': {
      const items = (numbers.length > 0 ? numbers : ['']).map((name) => ({ var: name }))
      return { ...shared, method: 'bands', value: { mean: items }, bands: bands(1, 2), includes: 'lower' }
    }
  }
}
