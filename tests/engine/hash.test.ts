import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, hash } from '../../engine/index.ts'
import { sha256 } from '../../engine/sha256.ts'

test('SHA-256 is SHA-256, for every length around a block and any text', () => {
  for (let n = 0; n < 140; n++) expect(sha256('x'.repeat(n))).toBe(createHash('sha256').update('x'.repeat(n)).digest('hex'))
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => sha256(text) === createHash('sha256').update(text).digest('hex')))
})

test.each<[string, unknown, string]>([
  ['RFC 8785 §3.2.2, literals and numbers', { numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f', literals: [null, true, false] }, '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'],
  ['RFC 8785 §3.2.3, keys by UTF-16 units', { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', 1: 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' }, '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'],
  ['what JSON cannot hold', { a: undefined, b: [undefined, 1], c: -0 }, '{"b":[null,1],"c":0}'],
])('%s', (_, value, text) => expect(canonical(value)).toBe(text))

test('the hash does not depend on the order of keys, and changes with any value', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 }), (object) => {
    const turned = Object.fromEntries(Object.entries(object).toReversed())
    return hash(turned) === hash(object) && hash({ ...object, ' added': 1 }) !== hash(object)
  }))
})
