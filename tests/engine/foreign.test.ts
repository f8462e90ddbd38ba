import { expect, test } from 'vitest'
import { compile, parse, print, vocabularyOf } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { bands, frameworkOf, pointOf, v } from './sample.ts'

/** Plain JSON-Logic as other products write it, and the code of what is found where it has no meaning here. */
const rules: [string, unknown, string | undefined][] = [
  ['in a list', { in: ['Ringo', ['John', 'Ringo']] }, undefined],
  ['in a text', { in: ['Spring', 'Springfield'] }, undefined],
  ['texts put together', { '==': [{ cat: ['I love', ' pie'] }, 'I love pie'] }, undefined],
  ['part of a text', { '==': [{ substr: ['jsonlogic', -5] }, 'logic'] }, undefined],
  ['lists put together', { in: [2, { merge: [1, [2, 3]] }] }, undefined],
  ['between', { '<': [0, v('pX'), 100] }, undefined],
  ['a default', { '>': [{ var: ['pX', 26] }, 18] }, undefined],
  ['one argument without a list', { '!': v('pB') }, undefined],
  ['some of several missing', { if: [{ missing_some: [1, ['pX', 'pY']] }, false, true] }, undefined],
  ['a log', { log: v('pB') }, undefined],
  ['a name within a name', { '==': [v('champ.name'), 'x'] }, 'rule.name'],
  ['a place in a list', { '==': [v('items.0.qty'), 1] }, 'rule.name'],
  ['a number for a name', { '==': [{ var: 1 }, 'x'] }, 'rule.name'],
  ['everything', { '!!': v('') }, 'rule.whole'],
  ['a text that is a number', { '>': [v('pX'), '18'] }, 'rule.type'],
  ['a method', { method: [v('pX'), 'toFixed'] }, 'rule.operator'],
  ['a row of another product', { '===': [v('row.q1'), v('panel.q2')] }, 'rule.name'],
]

test.each(rules)('%s is read, and what has no meaning here is named', (_, rule, code) => {
  const point = pointOf('p', bands(), { visibleIf: true, checks: [{ id: 'c', severity: 'warning', message: 'x', rule: rule as Rule }] })
  const { compiled, issues } = compile(frameworkOf([point]))
  expect(issues.filter(({ severity }) => severity === 'error').map((one) => one.code)).toEqual(code === undefined ? [] : expect.arrayContaining([code]))
  for (const { path } of issues) expect(path).toContain('/checks/0/rule')
  const vocabulary = vocabularyOf(compiled!, 'p')
  expect(parse(print(rule as Rule, vocabulary), vocabulary).rule).toEqual(rule)
})
