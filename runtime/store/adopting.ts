import type { Submission } from '../../schemas/index.ts'
import { recount } from './attaching.ts'
import type { Store } from './contract.ts'
import type { State } from './state.ts'

/** What others changed meanwhile comes into the form; what waits here to be sent, or is being typed, stays, and the form is not up to date before that too has come. */
export function adopting(state: State): Pick<Store, 'adopt'> {
  return {
    adopt(newer, busy) {
      const moved = new Set<string>()
      let whole = true
      for (const [id, answer] of Object.entries(newer.answers)) {
        if (answer.revision <= (state.submission.answers[id]?.revision ?? -1)) continue
        if (busy(id)) {
          whole = false
          continue
        }
        state.put(id, answer)
        for (const point of state.homes.get(id) ?? []) moved.add(point)
      }
      const cited = citations(newer)
      const changed = citations(state.submission)
      for (const each of cited) if (!changed.delete(each)) changed.add(each)
      const requirements = new Set([...changed].map((each) => each.slice(0, each.indexOf(' '))))
      state.submission = { ...newer, answers: state.submission.answers, revision: whole ? newer.revision : state.submission.revision }
      recount(state, requirements)
      for (const requirement of requirements) moved.add(requirement.split('/')[0] ?? '')
      return state.compiled.points.flatMap(({ id }) => (moved.has(id) ? [id] : []))
    },
  }
}

/** Which file is cited where. */
const citations = ({ evidence }: Submission): Set<string> => new Set(evidence.flatMap(({ id, requirements }) => requirements.map((each) => `${each} ${id}`)))
