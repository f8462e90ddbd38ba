import type { Compiled, Explanation, FieldInfo, PointInfo } from '../../engine/index.ts'
import type { Answer, Cycle, Evidence, Framework, Issue, Node, Outcome, Profile, Submission, Unit } from '../../schemas/index.ts'
import type { AnswerChange, Locale } from '../types.ts'
import type { Clash } from './mergeRows.ts'
import type { Lens } from './lens.ts'
import type { SaveState } from './saving.ts'
import type { Stance } from './stance.ts'

export interface StoreOptions {
  framework: Framework
  submission: Submission
  cycle?: Cycle | undefined
  profile?: Profile | undefined
  previous?: Submission | Record<string, unknown> | undefined
  locale?: Locale | undefined
  readOnly?: boolean | undefined
  /** The framework is a published edition: its form need not be checked again. */
  checked?: boolean | undefined
  /** Told of every change a person makes. */
  onEdit?: (change: AnswerChange) => void
  onOutcome?: (outcome: Outcome) => void
  /** A conflict ended with the other value. */
  onYield?: (id: string) => void
}

/** Somebody else's value for an answer changed here. */
export interface Conflict {
  mine: AnswerChange
  theirs: Answer
  /** In a table, the cells that differ. */
  cells?: readonly Clash[]
  /** The table with everything else both changed, under either choice; not where one of them took rows away. */
  both?: { mine: unknown; theirs: unknown }
}

/** A file on its way to a requirement of a point. */
export interface Upload {
  key: number
  file: File
  point: string
  requirement: string
  /** The answer it speaks for. */
  field: string | undefined
  sent: number
  error?: string
  /** The file itself is wrong; trying again cannot help. */
  hopeless?: boolean
  cancel: () => void
  retry: () => void
}

/** What is on screen; not part of the submission. */
export interface View {
  point: string
  mode: 'all' | 'one'
  panel: 'form' | 'submit'
  outline: boolean
  verdict: boolean
  onlyTodo: boolean
  /** Where the person was last sent. */
  jumped?: { point: string; field?: string; requirement?: string; at: number }
  /** The computed figure whose origin is shown, and where it stands on the screen. */
  trace?: { point: string; calculation?: string; cell?: { field: string; column: string; row: number }; at: { left: number; top: number; bottom: number }; from: HTMLElement } | undefined
}

/** The state of a form, outside React. Components read slices of it by key: `answer:id`, `answers`, `node:id`, `calc:id`, `evidence`, `summary`, `save`, `view`, `editable`, `uploads`. */
export interface Store {
  readonly compiled: Compiled
  readonly issues: readonly Issue[]
  readonly framework: Framework
  readonly cycle: Cycle | undefined
  readonly unit: Unit | undefined
  readonly conflicts: ReadonlyMap<string, Conflict>
  readonly refused: ReadonlyMap<string, string>
  readonly previous: Record<string, unknown>
  readonly lens: Lens
  locale: Locale
  save: SaveState
  /** Counts the summaries: what is worked out after typing is worked out once per count. */
  tick(): number
  /** Counts what was acknowledged of this form's own saves and files. */
  heard(): number
  view: View
  /** They outlive the part of the page that began them. */
  uploads: readonly Upload[]
  setUploads(change: (all: readonly Upload[]) => readonly Upload[]): void
  setView(patch: Partial<View>): void
  /** Another language, or locked or unlocked: what was filled in stays. */
  present(locale: Locale, readOnly: boolean): void
  subscribe(keys: string | readonly string[], listener: () => void): () => void
  notify(...keys: string[]): void
  submission(): Submission
  outcome(): Outcome
  /** The hash of what the outcome is computed from, as it is kept with the outcome of this submission. */
  digest(): string
  point(id: string): PointInfo | undefined
  field(id: string): FieldInfo | undefined
  pointsOf(field: string): readonly string[]
  answer(id: string): Answer | undefined
  node(id: string): Node | undefined
  calculation(id: string): unknown
  editable(point: string): boolean
  evidenceOf(point: string, requirement: string): readonly Evidence[]
  explain(node: string): Explanation
  /** The node's result with every value as the city gave it, or as the unit claims; undefined where no value differs. */
  alternative(point: string, basis: 'official' | 'claim'): Node | undefined
  /** The node's result with one answer's value replaced. */
  nodeIf(point: string, field: string, value: unknown): Node | undefined
  type(id: string, value: unknown): void
  claim(id: string, value: unknown): void
  stance(id: string, stance: Stance): void
  reason(id: string, reason: string): void
  /** The files that speak for a correction or a dispute. */
  cite(id: string, evidence: string[]): void
  /** The official values of a point that still wait for a word from the unit. */
  proposed(point: string): readonly string[]
  /** Confirms every official value of a point that still waits; how many there were. */
  confirmAll(point: string): number
  attach(evidence: Evidence): void
  detach(evidenceId: string): void
  judge(point: string, level: string | undefined): void
  stored(answers: Record<string, Answer>, newer: (id: string) => boolean, revision: number): void
  /** Takes up what others changed; answers that `busy` names wait to be sent and are left alone. Gives the points where something is new. */
  adopt(newer: Submission, busy: (id: string) => boolean): string[]
  restore(changes: readonly AnswerChange[]): void
  conflict(id: string, mine: AnswerChange, theirs: Answer): void
  resolve(id: string, whose: 'mine' | 'theirs'): void
  refuse(id: string, why: string | undefined): void
  setEditing(onEdit: StoreOptions['onEdit']): void
}
