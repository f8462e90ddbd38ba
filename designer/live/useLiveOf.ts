import { useMemo, useState } from 'react'
import { evaluate, type Input } from '../../engine/index.ts'
import type { DesignerContext } from '../context.ts'
import { pointOf } from '../edits/nodes.ts'
import type { Loaded } from './impact.ts'
import type { Live } from './live.ts'
import { shown } from './TraceList.tsx'

/** The preview's state for the selected point; every point keeps its own answers while the designer is open. */
export function useLiveOf({ compiled, document, t, locale }: DesignerContext, selected: string | undefined, cases: Live['cases'], impact: Live['impact']): Live {
  const [samples, setSamples] = useState<Readonly<Record<string, Loaded>>>({})
  const point = selected === undefined ? undefined : pointOf(document, selected)
  const chosen = selected === undefined ? undefined : samples[selected]
  const first = point?.examples?.[0]
  const sample = useMemo((): Loaded => chosen ?? (first ? { ...first, from: 'case:0' } : { answers: {} }), [chosen, first])
  const input = useMemo((): Input => ({
    answers: sample.answers, ...(selected !== undefined && sample.evidence && { evidence: { [selected]: sample.evidence } }), ...(selected !== undefined && sample.judgement !== undefined && { judgements: { [selected]: { level: sample.judgement } } }),
    ...(sample.previous && { previous: sample.previous }), ...(sample.unit && { unit: sample.unit }), ...(sample.cycle && { cycle: sample.cycle }),
  }), [selected, sample])
  const outcome = useMemo(() => (compiled && selected !== undefined && compiled.point(selected) ? evaluate(compiled, input, { trace: [selected] }) : undefined), [compiled, selected, input])
  return useMemo((): Live => ({
    answers: sample.answers, evidence: sample.evidence ?? {}, judgement: sample.judgement, previous: sample.previous, from: sample.from, input, outcome, cases, impact,
    node: (id) => outcome?.nodes[id],
    shown: (id, { unit, decimals }) => (outcome ? shown(outcome.calculations[id], unit, t, locale, decimals) : ''),
    setAnswers: (answers) => { if (selected !== undefined) setSamples((old) => ({ ...old, [selected]: { ...(old[selected] ?? sample), answers } })) },
    load: (next) => { if (selected !== undefined) setSamples((old) => ({ ...old, [selected]: next })) },
  }), [sample, input, outcome, cases, impact, selected, t, locale])
}
