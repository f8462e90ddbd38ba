import type { Compiler } from './closure.ts'
import { numberClosure } from './numbers.ts'
import { truthClosure } from './truths.ts'

/** Turns nodes into closures over the slots and, inside loops, the columns of the rows they stand at. */
function within(loops: Compiler['loops']): Compiler {
  const made: Compiler = {
    loops,
    number: (node) => numberClosure(node, made),
    truth: (node) => truthClosure(node, made),
    inside: (loop) => {
      const more = [...loops]
      more[loop.depth] = loop
      return within(more)
    },
  }
  return made
}

export const compiler = within([])
