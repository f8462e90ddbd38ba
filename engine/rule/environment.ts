import type { Issue } from '../../schemas/index.ts'
import type { Frame } from '../slots.ts'
import type { Env } from './node.ts'
import { stepLimit } from './run.ts'

let shared: Env | undefined

/** What an exact evaluation needs; one is reused, since evaluations never overlap. */
export function environment(frame: Frame, issues?: Issue[]): Env {
  if (!shared) shared = { frame, rows: [], steps: stepLimit, issues, memo: new Map() }
  shared.frame = frame
  shared.steps = stepLimit
  shared.issues = issues
  if (shared.memo.size > 0) shared.memo.clear()
  return shared
}
