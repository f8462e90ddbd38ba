import { evaluate } from '../../engine/index.ts'
import type { Node } from '../../schemas/index.ts'
import type { Store } from './contract.ts'
import type { State } from './state.ts'

/** What a point would come to under other values than those that count. */
export function alternatives(state: State): Pick<Store, 'alternative' | 'nodeIf'> {
  const known = new Map<string, Node | undefined>()
  state.signals.subscribe('changed', () => known.clear())
  return {
    alternative(point, basis) {
      const key = `${basis}/${point}`
      if (known.has(key)) return known.get(key)
      const wanted = basis === 'official' ? 'corrected' : 'disputed'
      const { answers } = state.submission
      const differs = state.points.get(point)?.fields.some(({ id }) => answers[id]?.status === wanted && (basis === 'official' || answers[id]?.claim !== undefined))
      const node = differs ? evaluate(state.compiled, state.inputOf(basis)).nodes[point] : undefined
      known.set(key, node)
      return node
    },
    nodeIf: (point, field, value) => evaluate(state.compiled, { ...state.session.input, answers: { ...state.session.input.answers, [field]: value } }).nodes[point],
  }
}
