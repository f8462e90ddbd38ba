import type { Answer, Cycle, Evidence, Framework, Outcome, Submission } from '../schemas/index.ts'

/** The languages the widget speaks. */
export type Locale = 'zh' | 'en'

/** One value to save; `base` is the revision the change was made on, 0 for a value that did not exist. */
export interface AnswerChange {
  id: string
  base: number
  value: unknown
  status?: Answer['status']
  reason?: string
  claim?: unknown
  evidence?: string[]
}

/** What a save answers: the values stored, and those somebody else changed meanwhile. */
export interface SaveResult {
  revision: number
  answers: Record<string, Answer>
  conflicts: { id: string; current: Answer }[]
}

/** What a host must provide for evidence to be attached; without `onUpload` evidence is read-only. */
export interface EvidenceHost {
  onUpload?: (file: File, requirement: string, onProgress: (sent: number, total: number) => void, signal: AbortSignal) => Promise<Evidence>
  onCite?: (evidenceId: string, requirements: string[]) => Promise<Evidence>
  onRemoveEvidence?: (evidenceId: string) => Promise<unknown>
  onDownload?: (evidenceId: string) => string
}

/** Everything the form takes. Only `framework` and `submission` are needed to show it. */
export interface SubmissionFormProps extends EvidenceHost {
  framework: Framework
  submission: Submission
  cycle?: Cycle
  /** Last year's submission or its values by element id. */
  previous?: Submission | Record<string, unknown>
  locale?: Locale
  readOnly?: boolean
  /** Autosave. Reject with `{status: 401}` when the session ended: the queue is kept and the form says so. */
  onSave?: (changes: AnswerChange[]) => Promise<SaveResult>
  /** Handing in what the person has seen: `revision` is the submission's as this form shows it. Reject with `{status: 409}` when it has moved on. */
  onSubmit?: (note: string | undefined, revision: number) => Promise<unknown>
  /**
   * The submission as it is now, if newer than `revision`: asked for when the page is looked at again, before handing in and after a refusal, and taken up by the form.
   * One in another state is not taken up but expected as `submission`.
   */
  onRefresh?: (revision: number) => Promise<Submission | undefined>
  onChange?: (outcome: Outcome) => void
  /** Called when the person asks to sign in again. */
  onSignIn?: () => void
  onExport?: () => void
  /** Name under which unsaved changes are kept on this device; omit to keep them in memory only. */
  queue?: string
  /** `auto` follows the host page, then the system. */
  theme?: 'light' | 'dark' | 'auto'
  /** This person fills in and somebody else of the unit submits: said where the button would stand. */
  submitsElsewhere?: boolean
  /** Name of the person who submits, shown on the submit page. */
  submitter?: string
}
