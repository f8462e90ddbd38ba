import { run } from '../rule/run.ts'
import { toNumber } from '../rule/rational.ts'
import { fraction, isNumber } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** Part of a text, from a position (negative: counted from the end), so many characters long (negative: leaving out so many at the end). */
export const substr: Operator = {
  name: 'substr',
  title: { zh: '截取文字', en: 'Part of text' },
  names: { zh: ['截取'], en: ['SUBSTR'] },
  arity: [2, 3],
  words: { zh: '{0} 自第 {1} 字起的部分', en: 'part of {0} from {1}' },
  type: (site, [text, ...numbers]) => {
    const fine = [text !== undefined && site.want(text, 'text', 'date'), ...numbers.map((part) => site.want(part, 'number'))]
    return fine.every(Boolean) ? { kind: 'text' } : undefined
  },
  run: ({ parts: [source, ...rest] }, env) => {
    const text = source && run(source, env)
    const [from, length] = rest.map((part) => {
      const value = run(part, env)
      return isNumber(value) ? toNumber(fraction(value)) : undefined
    })
    if (typeof text !== 'string' || from === undefined || (rest.length > 1 && length === undefined)) return undefined
    const start = Math.trunc(from < 0 ? Math.max(0, text.length + Math.trunc(from)) : from)
    const tail = text.slice(start)
    return length === undefined ? tail : tail.slice(0, length < 0 ? Math.max(0, tail.length + Math.trunc(length)) : Math.trunc(length))
  },
}
