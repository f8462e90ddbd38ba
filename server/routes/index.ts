import type { Route } from '../route.ts'
import { auditRoutes } from './audit.ts'
import { cycleRoutes } from './cycles.ts'
import { draftRoutes } from './drafts.ts'
import { evidenceRoutes } from './evidence.ts'
import { frameworkRoutes } from './frameworks.ts'
import { reviewRoutes } from './reviews.ts'
import { sessionRoutes } from './session.ts'
import { submissionRoutes } from './submissions.ts'
import { userRoutes } from './users.ts'

/** The whole API; the description and the tests are generated from this list. */
export const routes: readonly Route[] = [
  ...sessionRoutes, ...draftRoutes, ...frameworkRoutes, ...cycleRoutes, ...submissionRoutes, ...evidenceRoutes, ...reviewRoutes, ...userRoutes, ...auditRoutes,
]
