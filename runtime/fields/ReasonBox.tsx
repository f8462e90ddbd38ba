import { useMemo, useState } from 'react'
import type { Answer } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { LevelChip } from '../verdict/LevelChip.tsx'
import { nodeWords } from '../verdict/levels.ts'
import { editEntry, readEntry, writeEntry } from '../entry.ts'
import { useSlice, useStore } from '../store/hooks.ts'
import { lacksReason, officialOf } from '../store/stance.ts'
import { fill, useLocale, useText } from '../text.ts'
import { ReasonEvidence } from './ReasonEvidence.tsx'
import { showValue } from './showValue.ts'
import type { FieldState } from './useField.ts'

/** Under a corrected or disputed value: the reason, the claimed value, and both verdicts where they differ. */
export function ReasonBox({ field }: { field: FieldState }) {
  const store = useStore()
  const t = useText()
  const { id, control, answer, editable } = field
  const [left, setLeft] = useState(answer?.reason !== undefined)
  const scalar = field.element.type === 'number' || field.element.type === 'integer'
  if (!answer) return null
  const lacking = left && lacksReason(answer)
  return (
    <div className="ys-reason">
      {answer.status === 'disputed' && scalar ? <Claim field={field} editable={editable} /> : null}
      <label htmlFor={`${control}-reason`}>{t.reason}</label>
      <textarea id={`${control}-reason`} className="ys-in" rows={2} maxLength={2000} value={answer.reason ?? ''} readOnly={!editable} aria-required="true" aria-invalid={lacking} aria-describedby={lacking ? `${control}-reason-note` : undefined}
        onChange={(event) => store.reason(id, event.target.value)} onBlur={() => setLeft(true)} />
      {lacking ? <p className="ys-ferr" id={`${control}-reason-note`}>{t.reasonNeeded}</p> : null}
      <ReasonEvidence field={field} editable={editable} />
      {answer.decision ? <Decision of={answer.decision} /> : <Both field={field} />}
    </div>
  )
}

/** What the office decided on the dispute. */
function Decision({ of: { upheld, reason, by } }: { of: NonNullable<Answer['decision']> }) {
  const t = useText()
  return <p className="ys-decision"><Icon name={upheld ? 'check' : 'close'} small />{fill(upheld ? t.upheld : t.dismissed, { reason, by: by ?? '' })}</p>
}

/** What the person says the disputed value should be; it is kept, the official value counts. */
function Claim({ field, editable }: { field: FieldState; editable: boolean }) {
  const store = useStore()
  const t = useText()
  const unit = field.element['x-unit']
  const { claim } = field.answer ?? {}
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? (typeof claim === 'number' ? writeEntry(claim, field.element['x-decimals']) : typeof claim === 'string' ? claim : '')
  return (
    <div className="ys-claim">
      <label htmlFor={`${field.control}-claim`}>{t.claim}</label>
      <div className="ys-affix">
        <input id={`${field.control}-claim`} className="ys-in ys-num" inputMode="decimal" autoComplete="off" value={shown} readOnly={!editable}
          onFocus={() => setDraft(typeof claim === 'number' ? editEntry(claim) : shown)}
          onBlur={() => setDraft(undefined)}
          onChange={(event) => {
            setDraft(event.target.value)
            const entry = readEntry(event.target.value, unit)
            store.claim(field.id, entry.kind === 'number' ? entry.value : entry.kind === 'empty' ? undefined : event.target.value)
          }} />
        {unit ? <span className="ys-unit">{unit}</span> : null}
      </div>
    </div>
  )
}

/** Both values with both verdicts, where the verdicts differ. */
function Both({ field }: { field: FieldState }) {
  const store = useStore()
  const t = useText()
  const locale = useLocale()
  const { id, answer, point, element } = field
  const tick = useSlice('summary', (each) => each.tick())
  const other = answer?.status === 'corrected' ? officialOf(answer) : answer?.claim
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- nodes are read from the store; `tick` says when
  const nodes = useMemo(() => (other === undefined || Object.is(other, answer?.value) ? undefined : { now: store.node(point), then: store.nodeIf(point, id, other) }), [tick, other, answer?.value, point, id, store])
  const disputed = answer?.status === 'disputed'
  if (!answer || !nodes) return disputed ? <p className="ys-src">{t.disputeNote}</p> : null
  const differ = nodeWords(nodes.now, scale, t) !== nodeWords(nodes.then, scale, t)
  if (!differ) return disputed ? <p className="ys-src">{t.disputeNote}{t.claimSame}</p> : null
  const value = (each: unknown): string => (element.items?.type === 'object' ? '' : showValue(element, each, t, locale, true))
  const rows = disputed ? [[fill(t.basisOfficial, { value: value(answer.value) }), nodes.now], [fill(t.basisClaim, { value: value(other) }), nodes.then]] as const
    : [[fill(t.basisCurrent, { value: value(answer.value) }), nodes.now], [fill(t.basisOfficial, { value: value(other) }), nodes.then]] as const
  return (
    <dl className="ys-both">
      {rows.map(([words, node]) => <div key={words}><dt>{words}</dt><dd><LevelChip scale={scale} node={node} /></dd></div>)}
    </dl>
  )
}
