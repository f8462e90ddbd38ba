import { useEffect, useMemo, useRef, useState } from 'react'
import { compile, evaluate, inputOf, replayer, type Compiled, type Input, type ReplayedNode } from '../../engine/index.ts'
import type { Cycle, Framework, Outcome, Submission, Unit } from '../../schemas/index.ts'
import { profileOn } from './profileOn.ts'

/** A submission of an earlier cycle: its answers are borrowed by the preview, and judged again under the draft. */
export interface Sample { label: string; submission: Submission; cycle?: Cycle; previous?: Submission | Readonly<Record<string, unknown>> }

/** Answers to look at a point with, and what goes with them. */
export interface Loaded { answers: Record<string, unknown>; evidence?: Record<string, number>; judgement?: string; previous?: Readonly<Record<string, unknown>>; unit?: Unit; cycle?: { id?: string; year?: number }; /** Where they were taken from. */ from?: string }

/** One unit's answers under the edition the draft is based on and under the draft. */
export interface Replayed { unit: string; title: string; input: Input; before: Outcome | undefined; after: Outcome; /** Nodes whose level changes, with what it changed because of. */ changes: readonly ReplayedNode[] }

/**
 * The units of the last cycle under the draft as that cycle chose and adjusted it (`compiled`), the titles of those of it that filled in
 * nothing, and while it is worked out how far.
 */
export interface Impact { cycle: Cycle | undefined; compiled: Compiled | undefined; units: readonly Replayed[]; absent: readonly string[]; busy: boolean; progress: { done: number; of: number } }

const none: readonly Replayed[] = []

/** Judges every sample again, under the profile of its cycle, a moment after the draft last changed, in the time that is left. */
export function useImpact(compiled: Compiled | undefined, base: Framework | undefined, samples: readonly Sample[]): Impact {
  const cycle = samples[0]?.cycle
  const old = useMemo(() => (base && samples.length > 0 ? compile(base, cycle && profileOn(base, cycle.profile), { checked: true }).compiled : undefined), [base, cycle, samples])
  const inputs = useMemo(() => samples.map((sample) => ({ ...titleOf(sample), input: inputFrom(sample) })).toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN', { numeric: true })), [samples])
  const cache = useRef<{ of?: Compiled; inputs?: unknown; outcomes: Map<string, Outcome> }>({ outcomes: new Map() })
  const [done, setDone] = useState<{ of?: Compiled; inputs?: unknown; compiled?: Compiled; units: readonly Replayed[] }>({ units: [] })
  const [judged, setJudged] = useState(0)
  useEffect(() => {
    if (!compiled || inputs.length === 0) return
    if (cache.current.of !== old || cache.current.inputs !== inputs) cache.current = { ...(old && { of: old }), inputs, outcomes: new Map() }
    const before = cache.current.outcomes
    const units: Replayed[] = []
    let young: Compiled | undefined
    let judge: ReturnType<typeof replayer> | undefined
    let told = performance.now()
    let timer = setTimeout(function step() {
      young ??= (cycle && compile(compiled.framework, profileOn(compiled.framework, cycle.profile), { checked: true }).compiled) ?? compiled
      judge ??= old && replayer(old, young)
      const until = performance.now() + 12
      while (units.length < inputs.length && performance.now() < until) {
        const next = inputs[units.length]
        if (!next) break
        const known = judge?.(next.input, before.get(next.unit))
        if (known) before.set(next.unit, known.before)
        units.push({ ...next, before: known?.before, after: known?.after ?? evaluate(young, next.input), changes: known?.changes.filter(levelMoves) ?? [] })
      }
      if (units.length === inputs.length) return setDone({ of: compiled, inputs, compiled: young, units })
      if (performance.now() - told > 250) { told = performance.now(); setJudged(units.length) }
      timer = setTimeout(step, 4)
    }, 120)
    return () => { clearTimeout(timer); setJudged(0) }
  }, [compiled, inputs, old, cycle])
  const busy = inputs.length > 0 && (done.of !== compiled || done.inputs !== inputs)
  const units = done.inputs === inputs ? done.units : none
  const absent = useMemo(() => absentFrom(samples), [samples])
  const judgedUnder = done.compiled
  return useMemo(() => ({ cycle, compiled: judgedUnder, units, absent, busy, progress: { done: judged, of: inputs.length } }), [cycle, judgedUnder, units, absent, busy, judged, inputs])
}

function absentFrom(samples: readonly Sample[]): string[] {
  const present = new Set(samples.map(({ submission }) => submission.unit))
  return [...new Map(samples.flatMap(({ cycle }) => cycle?.units ?? []).map(({ id, title }) => [id, title]))].flatMap(([id, title]) => (present.has(id) ? [] : [title]))
}

const titleOf = ({ submission, cycle }: Sample): { unit: string; title: string } => ({ unit: submission.unit, title: cycle?.units.find(({ id }) => id === submission.unit)?.title ?? submission.unit })

/** A submission's answers as the preview of one point takes them. */
export function loadedFrom(sample: Sample, point: string): Loaded {
  const { answers, evidence, judgements, previous, unit, cycle } = inputFrom(sample)
  const judgement = judgements?.[point]?.level
  return { answers: { ...answers }, ...(evidence?.[point] && { evidence: { ...evidence[point] } }), ...(judgement !== undefined && { judgement }), ...(previous && { previous }), ...(unit && { unit }), ...(cycle && { cycle }) }
}

export const inputFrom = ({ submission, cycle, previous }: Sample): Input => inputOf(submission, { ...(cycle && { cycle }), ...(previous && { previous }) })

/** Whether it is the level that changes: the level itself, those still possible, or why there is none; not the score alone. */
const levelMoves = ({ before, after }: ReplayedNode): boolean => before?.status !== after?.status || before?.level !== after?.level || (after?.status === 'undetermined' && before?.possible.join() !== after.possible.join())

/** Units whose level at a node the draft changes. */
export const changedAt = (units: readonly Replayed[], node: string): Replayed[] => units.filter(({ changes }) => changes.some((change) => change.node === node))

/** Units that change anywhere. */
export const changedAnywhere = (units: readonly Replayed[]): Replayed[] => units.filter(({ changes }) => changes.length > 0)

/** What a node's level changes because of: the titles of what was edited. */
export const reasonsAt = (units: readonly Replayed[], node: string): string[] => [...new Set(units.flatMap(({ changes }) => changes.find((change) => change.node === node)?.reasons ?? []))]
