import { run } from '../rule/run.ts'
import { bounded } from '../rule/strict.ts'
import { plain, type Value } from '../rule/value.ts'
import type { Operator } from '../rule/contract.ts'

/** One text of all its arguments; a number is written as its shortest decimal. */
export const cat: Operator = {
  name: 'cat',
  title: { zh: '连接文字', en: 'Join text' },
  names: { zh: ['连接'], en: ['CONCAT'] },
  arity: [0, Infinity],
  words: { zh: '{*} 连成的文字', en: '{*} joined' },
  type: (site, parts) => (parts.every((part) => site.want(part, 'text', 'number', 'boolean', 'date')) ? { kind: 'text' } : undefined),
  run: (node, env) => {
    let text = ''
    for (const part of node.parts) {
      const value = run(part, env)
      if (value === undefined) return undefined
      text += written(value)
    }
    return bounded(text, node, env)
  },
}

function written(value: Value): string {
  const data = plain(value)
  return typeof data === 'object' ? '' : String(data)
}
