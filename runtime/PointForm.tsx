import { useEffect, useMemo, useRef } from 'react'
import { messageOf } from '../engine/index.ts'
import type { Cycle, Framework, Outcome, Submission } from '../schemas/index.ts'
import { PointSection } from './page/PointSection.tsx'
import { HostContext, StoreContext, usePresent } from './store/hooks.ts'
import { createStore } from './store/store.ts'
import { LocaleContext, textOf } from './text.ts'
import type { EvidenceHost, Locale } from './types.ts'
import { useTheme } from './useTheme.ts'
import { useWidth } from './useWidth.ts'
import { TracePopover } from './verdict/FigureTrace.tsx'
import { VerdictPanel } from './verdict/VerdictPanel.tsx'

/** What a single point’s form is given. `answers` and `evidence` are compared by content, `framework` by identity: another one keeps what was typed. */
export interface PointFormProps extends EvidenceHost {
  framework: Framework
  point: string
  /** Values by element id; or give a whole submission. */
  answers?: Record<string, unknown>
  /** Number of files by requirement id of this point. */
  evidence?: Record<string, number>
  submission?: Submission
  cycle?: Cycle
  previous?: Submission | Record<string, unknown>
  locale?: Locale
  readOnly?: boolean
  /** Show the verdict under the fields. */
  verdict?: boolean
  theme?: 'light' | 'dark' | 'auto'
  /** Told of every edit, with all values of the form. */
  onChange?: (answers: Record<string, unknown>, outcome: Outcome) => void
}

/** One point's form alone, as the district sees it: for previews and tests. A new framework keeps what was typed. */
export function PointForm(props: PointFormProps) {
  const { framework, point, answers, evidence, submission, cycle, previous, locale = 'zh', readOnly, verdict = true, theme, onChange } = props
  const root = useRef<HTMLDivElement>(null)
  const shade = useTheme(theme, root)
  const width = useWidth(root)
  const told = useRef(onChange)
  const t = textOf(locale)
  const store = useMemo(() => {
    const made = createStore({ framework, submission: submission ?? sample(point, answers ?? {}, evidence ?? {}), cycle, previous, locale, readOnly })
    if ('compiled' in made) {
      made.setEditing(() => {
        const all = Object.fromEntries(Object.entries(made.submission().answers).map(([id, { value }]) => [id, value]))
        told.current?.(all, made.outcome())
      })
    }
    return made
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- answers are compared by the effect below, so that typing does not start over
  }, [framework, submission, cycle, previous, point, JSON.stringify(evidence)])
  usePresent(store, locale, readOnly)
  useEffect(() => {
    told.current = onChange
  })
  useEffect(() => {
    if (!('compiled' in store) || submission) return
    for (const { id } of store.point(point)?.fields ?? []) {
      const value = answers?.[id]
      const now = store.answer(id)
      if (!Object.is(now?.value, value)) store.stored({ [id]: { value, status: 'confirmed', source: 'district', revision: 0 } }, () => false, 0)
    }
  }, [answers, store, submission, point])
  const known = 'compiled' in store && store.point(point)
  return (
    <LocaleContext.Provider value={locale}>
      <div ref={root} className={`ys ys-alone${width}`} data-theme={shade} lang={locale === 'en' ? 'en' : 'zh-CN'}>
        {known ? (
          <StoreContext.Provider value={store}><HostContext.Provider value={props}>
            <PointSection point={point} crumb={false} />
            {verdict ? <VerdictPanel point={point} /> : null}
            <TracePopover />
          </HostContext.Provider></StoreContext.Provider>
        ) : <p className="ys-note">{'compiled' in store ? t.noPoints : <>{t.brokenDocument} {store.issues.slice(0, 4).map((issue) => messageOf(issue, locale)).join(t.semicolon)}</>}</p>}
      </div>
    </LocaleContext.Provider>
  )
}

/** A submission that holds only these answers. */
function sample(point: string, answers: Record<string, unknown>, evidence: Record<string, number>): Submission {
  return {
    format: 'yardstick/submission@1', id: 'preview', cycle: 'preview', unit: 'preview', state: 'draft', revision: 0, points: {}, judgements: {},
    answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value, status: 'confirmed', source: 'district', revision: 0 } as const])),
    evidence: Object.entries(evidence).flatMap(([requirement, count]) => Array.from({ length: count }, (_, index) => ({ id: `${requirement}-${index + 1}`, name: `${requirement} ${index + 1}.pdf`, type: 'pdf' as const, bytes: 204_800, sha256: '0'.repeat(64), requirements: [`${point}/${requirement}`] }))),
  }
}
