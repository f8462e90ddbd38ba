import { withFiles } from '../../engine/index.ts'
import type { Evidence } from '../../schemas/index.ts'
import type { Store } from './contract.ts'
import type { State } from './state.ts'

function attachedAt(state: State, requirement: string): Evidence[] {
  return state.submission.evidence.filter(({ requirements }) => requirements.includes(requirement))
}

/** Counts the files anew that requirements have. */
export function recount(state: State, requirements: Iterable<string>): void {
  for (const requirement of requirements) {
    const [point = '', name = ''] = requirement.split('/')
    if (!state.points.has(point)) continue
    const change = state.session.setEvidence(point, name, attachedAt(state, requirement).length)
    state.changed(change.nodes, change.calculations, ['evidence'])
  }
}

/** The submission's files: attached to requirements of points, counted there by the engine. */
export function attaching(state: State, cite: Store['cite']): Pick<Store, 'evidenceOf' | 'attach' | 'detach'> {
  return {
    evidenceOf: (point, requirement) => attachedAt(state, `${point}/${requirement}`),
    attach(evidence) {
      state.heard += 1
      const all = state.submission.evidence
      const before = all.find(({ id }) => id === evidence.id)
      state.submission = withFiles(state.submission, before ? all.map((each) => (each === before ? evidence : each)) : [...all, evidence])
      recount(state, new Set([...evidence.requirements, ...(before?.requirements ?? [])]))
    },
    detach(id) {
      state.heard += 1
      const all = state.submission.evidence
      const gone = all.find((each) => each.id === id)
      state.submission = withFiles(state.submission, all.filter((each) => each !== gone))
      recount(state, gone?.requirements ?? [])
      for (const [answer, { evidence }] of Object.entries(state.submission.answers)) if (evidence?.includes(id)) cite(answer, evidence.filter((each) => each !== id))
    },
  }
}
