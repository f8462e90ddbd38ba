import { useDeferredValue, useMemo } from 'react'
import { useSlice, useStore } from '../store/hooks.ts'
import { todoOf, type Todo } from '../store/todo.ts'

/** The to-do list, worked out after the typing and not during it. */
export function useTodo(): Todo {
  const store = useStore()
  const outcome = useDeferredValue(useSlice('summary', (each) => each.outcome()))
  const submission = useDeferredValue(useSlice('summary', (each) => each.submission()))
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is read from the store; these say when
  return useMemo(() => todoOf(store), [store, outcome, submission])
}
