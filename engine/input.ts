import type { Cycle, Submission, Unit } from '../schemas/index.ts'

/** Everything an evaluation looks at besides the framework. */
export interface Input {
  /** Values by element id; null, undefined and '' are absent. */
  answers: Readonly<Record<string, unknown>>
  /** Pieces of evidence by point and requirement. */
  evidence?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Levels chosen by a person, by point. */
  judgements?: Readonly<Record<string, { level: string }>>
  /** Last cycle's values. */
  previous?: Readonly<Record<string, unknown>>
  unit?: Unit
  cycle?: { id?: string; year?: number }
  /** Statistics of the cohort, read as `peers.name`. */
  peers?: Readonly<Record<string, unknown>>
}

/** What a submission does not say itself: the cycle (its year, the unit and its attributes), last year’s answers, and which of two values counts. */
export interface InputOptions {
  cycle?: Cycle
  previous?: Submission | Readonly<Record<string, unknown>>
  /**
   * Which of two values counts where a district corrected or disputes an official one: `current` as the submission says,
   * `official` the municipal value, `claim` what the district holds to be right.
   */
  basis?: 'current' | 'official' | 'claim'
}

/** The input a submission stands for. */
export function inputOf(submission: Submission, { cycle, previous, basis = 'current' }: InputOptions = {}): Input {
  const counts = new Map<string, Map<string, number>>()
  for (const requirement of submission.evidence.flatMap(({ requirements }) => requirements)) {
    const [point = '', id = ''] = requirement.split('/')
    const own = counts.get(point) ?? new Map<string, number>()
    counts.set(point, own.set(id, (own.get(id) ?? 0) + 1))
  }
  const unit = cycle?.units.find(({ id }) => id === submission.unit)
  return {
    answers: Object.fromEntries(Object.entries(submission.answers).map(([id, answer]) => [id, valueOf(answer, basis)])),
    evidence: Object.fromEntries([...counts].map(([point, own]) => [point, Object.fromEntries(own)])),
    judgements: Object.fromEntries(Object.entries(submission.judgements).flatMap(([point, { level }]) => (givenBack(submission, point) ? [] : [[point, { level }]]))),
    unit: unit ?? { id: submission.unit, title: submission.unit },
    cycle: { id: submission.cycle, ...(cycle && { year: cycle.year }) },
    ...(previous && { previous: previousValues(previous) }),
  }
}

/** What was judged before a point came back no longer counts: it may change, and is judged anew once it is handed in. */
const givenBack = ({ state, points }: Submission, point: string): boolean => state === 'returned' && points[point]?.state === 'returned'

function valueOf({ value, official, claim, status }: Submission['answers'][string], basis: NonNullable<InputOptions['basis']>): unknown {
  if (basis === 'official' && (status === 'corrected' || status === 'disputed')) return official ?? null
  return basis === 'claim' && status === 'disputed' && claim !== undefined ? claim : value
}

const isSubmission = (value: Submission | Readonly<Record<string, unknown>>): value is Submission => value['format'] === 'yardstick/submission@1'

function previousValues(previous: Submission | Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (isSubmission(previous)) return Object.fromEntries(Object.entries(previous.answers).map(([id, { value }]) => [id, value]))
  return Object.fromEntries(Object.entries(previous).map(([id, value]) => [id, isAnswer(value) ? value.value : value]))
}

const isAnswer = (value: unknown): value is { value: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value) && 'value' in value && 'status' in value
