import type { Cycle, Framework, Submission } from '../schemas/index.ts'

/** A published edition, never changed. */
export interface EditionRecord { document: Framework; hash: string; publishedAt: string; by: string; note: string }
/** A draft on its way to an edition. */
export interface DraftRecord { document: Framework; basedOn?: { id: string; edition: string } }
/** An opened cycle and the submissions that belong to it; a submission not named here does not exist. */
export interface CycleRecord { cycle: Cycle; submissions: Record<string, string> }
export type SubmissionRecord = Submission

export const editionKey = (id: string, edition: string): string => `${id}@${edition}`
