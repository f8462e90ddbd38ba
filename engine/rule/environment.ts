import type { Issue } from '../../schemas/index.ts'
import { stepLimit } from './run.ts'
import type { Env, Frame } from './contract.ts'

let shared: Env | undefined
let version = -1

/** What an exact evaluation needs; one is reused, since evaluations never overlap. Calculations worked out stay known until a value is entered. */
export function environment(frame: Frame, issues?: Issue[]): Env {
  if (!shared) shared = { frame, rows: [], steps: stepLimit, issues, memo: new Map() }
  if (shared.frame !== frame || version !== frame.version || issues) {
    shared.memo.clear()
    shared.frame = frame
    version = issues ? -1 : frame.version
  }
  shared.steps = stepLimit
  shared.issues = issues
  return shared
}
