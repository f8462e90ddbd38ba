import type { Compiler } from './closure.ts'
import { numberClosure } from './numbers.ts'
import { truthClosure } from './truths.ts'

/** Turns nodes into closures over the slots. */
export const compiler: Compiler = {
  number: (node) => numberClosure(node, compiler),
  truth: (node) => truthClosure(node, compiler),
}
