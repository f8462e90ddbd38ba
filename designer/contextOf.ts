import { variablesOf, vocabularyOf } from '../engine/index.ts'
import { stringsOf, type DesignerContext } from './context.ts'
import { pointOf } from './edits/nodes.ts'
import { setNode } from './edits/setNode.ts'

/** What every part works with, of a document in a state of editing. */
export function contextOf(state: Pick<DesignerContext, 'document' | 'compiled' | 'issues' | 'base' | 'readOnly' | 'locale' | 'edit' | 'select'>): DesignerContext {
  const { compiled, locale, edit } = state
  const t = stringsOf(locale)
  const names = remembered((point) => (compiled ? variablesOf(compiled, point) : []))
  const words = remembered((point) => (compiled ? vocabularyOf(compiled, point) : { names: [], functions: [] }))
  return {
    ...state, t, variables: names, vocabulary: words,
    editPoint: (id, change, group) => edit((old) => {
      const own = pointOf(old, id)
      return own ? setNode(old, id, change(own)) : old
    }, group),
    titleOf: (point) => (path) => {
      const own = names(point).find((name) => name.path === path)
      if (own) return own.kind === 'previous' ? `${t.kindsOf.previous}${own.title}` : own.title
      const [table = '', column = ''] = path.split('.')
      return names(point).find((name) => name.path === table)?.columns?.find(({ id }) => id === column)?.title
    },
  }
}

/** A function of one text that remembers what it gave. */
function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

