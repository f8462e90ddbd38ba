import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from '../../engine/index.ts'
import { patternOf } from '../../engine/pattern/pattern.ts'

const atom = fc.constantFrom('a', 'b', '.', '\\d', '\\w', '[ab]', '[^a]', '中', '\\p{Script=Han}', '^', '$', '\\b', '\\B', '😀', '\\.')
const pattern = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, depthSize: 'medium' }, atom,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => a + b), fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(?:${a}|${b})`), fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `(${a}${b})|`),
    fc.tuple(tie('tree'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '{0}', '*?')).map(([a, sign]) => `(?:${a})${sign}`)),
})).tree
const text = fc.array(fc.constantFrom('a', 'b', '1', '_', ' ', '中', '😀', '.', '\n'), { maxLength: 6 }).map((chars) => chars.join(''))

test('says what JavaScript says', () => {
  fc.assert(fc.property(pattern, text, (source, value) => {
    // V8 looks for the edges of words between the halves of a character, too.
    fc.pre(!/\\b/i.test(source) || !value.includes('😀'))
    return matches(source, value) === RegExp(source, 'u').test(value)
  }), { numRuns: 5000 })
})

describe('patterns that take JavaScript longer than anyone waits', () => {
  const long = 'a'.repeat(5000)
  test.each(['^(a+)+$', '^(a|a)*$', '^((a?){9}){9}$', `^${'a?'.repeat(60)}${'a'.repeat(60)}$`, `^${'(a)*'.repeat(20)}b$`, '^(?:a*b?)*c$', '(x+x+)+y'])('%s', (source) => {
    expect(matches(source, `${long}!`)).toBe(false)
  })
})

test.each<[string, string]>([['a**', 'syntax'], ['[', 'syntax'], ['(a)\\1', 'backreference'], ['(?<n>a)\\k<n>', 'backreference'], ['(?=a)a', 'lookaround'], ['(?<!a)b', 'lookaround'], ['(?:a{1000}){1000}', 'size']])('%s: %s', (source, reason) => expect(patternOf(source)).toBe(reason))

test.each<[string, string, boolean]>([
  ['^[a-z]+(-[a-z]+)*$', 'ab-cd', true], ['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', 'a@b.cn', true], ['^沪[A-Z]+〔\\d{4}〕\\d+号$', '沪A〔2022〕2号', true], ['^(?<area>\\d{3,4})-\\d{7,8}$', '021-12345678', true], ['^(?:19|20)\\d{2}$', '1899', false],
])('%s on %s', (source, value, holds) => expect(matches(source, value)).toBe(holds))
