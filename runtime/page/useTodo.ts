import { useSlice } from '../store/hooks.ts'
import { todoNow, type Todo } from '../store/todo.ts'

/** The to-do list, worked out after the typing and not during it; it keeps its identity while nothing in it changed. */
export const useTodo = (): Todo => useSlice('summary', todoNow)
