import { compileRule } from '../../engine/rule/rule.ts'
import { frame, layout, put } from '../../engine/slots.ts'
import type { Rule } from '../../schemas/index.ts'
import { line, race, type Line } from './measure.ts'

const v = (path: string): Rule => ({ var: path })
const rules: [string, Rule][] = [
  ['a ratio on its threshold', { '>=': [{ '/': [v('a'), v('b')] }, 0.95] }],
  ['a weighted sum on its threshold', { '>=': [{ '+': [{ '*': [0.4, v('c')] }, { '*': [0.35, v('c')] }, { '*': [0.25, v('c')] }] }, 12.34] }],
]

/** A verdict that doubles cannot give: four hundred rules in turn, each exactly on its threshold. */
export function tie(): Line[] {
  const layoutOf = layout(['a', 'b', 'c'].map((path) => ({ path, type: { kind: 'number' as const, min: 1, max: 1e6 } })))
  const frameOf = frame(layoutOf)
  for (const [path, value] of [['a', 190], ['b', 200], ['c', 12.34]] as const) {
    const variable = layoutOf.variable(path)
    if (variable) put(frameOf, variable, value)
  }
  return rules.map(([name, source]) => {
    const many = Array.from({ length: 400 }, () => compileRule(source, layoutOf).rule)
    if (many.some((rule) => rule?.truth(frameOf) !== 2)) throw new Error(`${name}: wrong`)
    const times = race({ tied: () => { for (const rule of many) rule?.truth(frameOf) }, clear: () => undefined })
    const value = (times['tied'] ?? NaN) / 400
    return line(`a tie: ${name}`, value, 'µs', 'at most 0.3 µs (share used)', value / 0.3)
  })
}
