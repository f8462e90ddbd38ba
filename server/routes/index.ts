import type { Route } from '../route.ts'
import { cycleRoutes } from './cycles.ts'
import { draftRoutes } from './drafts.ts'
import { frameworkRoutes } from './frameworks.ts'
import { sessionRoutes } from './session.ts'
import { submissionRoutes } from './submissions.ts'

/** The whole API; the description and the tests are generated from this list. */
export const routes: readonly Route[] = [...sessionRoutes, ...draftRoutes, ...frameworkRoutes, ...cycleRoutes, ...submissionRoutes]
