/** Where a text that `JSON.parse` refuses stops being JSON, by line and column from 1. */
export function jsonFault(text: string): { line: number; column: number } {
  const before = text.slice(0, faultAt(text)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const token = /[{}[\],:]|"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\p{Cc}]*)*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/uy
const space = /[ \t\n\r]*/y

function faultAt(text: string): number {
  const open: string[] = []
  let wanted: 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'more' = 'value'
  for (let at = 0; ;) {
    space.lastIndex = at
    space.test(text)
    at = token.lastIndex = space.lastIndex
    const found = token.exec(text)?.[0]
    if (found === undefined) return at
    const inside = open.at(-1)
    if (wanted === 'value' || wanted === 'first') {
      if (found === ']' && wanted === 'first') wanted = close(open)
      else if (found === '{' || found === '[') {
        open.push(found)
        wanted = found === '{' ? 'firstKey' : 'first'
      } else if (/^[\]},:]/.test(found)) return at
      else wanted = 'more'
    } else if (wanted === 'key' || wanted === 'firstKey') {
      if (found === '}' && wanted === 'firstKey') wanted = close(open)
      else if (found.startsWith('"')) wanted = 'colon'
      else return at
    } else if (wanted === 'colon') {
      if (found !== ':') return at
      wanted = 'value'
    } else if (inside === undefined) return at
    else if (found === ',') wanted = inside === '{' ? 'key' : 'value'
    else if (found === (inside === '{' ? '}' : ']')) wanted = close(open)
    else return at
    at = token.lastIndex
  }
}

function close(open: string[]): 'more' {
  open.pop()
  return 'more'
}
