import { App, Skeleton } from 'antd'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import type { Sample } from '../../../designer/index.ts'
import { same } from '../../../engine/index.ts'
import type { Framework } from '../../../schemas/index.ts'
import { api, type Draft } from '../api.ts'
import { useLanguage, useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { idOf } from '../overview/rows.ts'
import { ApiError } from '../request.ts'
import { useRouter, useUnfinished } from '../router.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { text } from './text.ts'
import { useView } from './useView.ts'
import './frameworks.css'

const Designer = lazy(() => import('../../../designer/index.ts').then((designer) => ({ default: designer.Designer })))

/** A draft in the designer, beside the edition it is based on. */
export function DraftPage({ values }: { values: Record<string, string> }) {
  const load = useLoad(async () => {
    const draft = await api.draft(values['draft'] ?? '')
    const { basedOn } = draft.document
    const base = basedOn ? await api.edition(basedOn.id, basedOn.edition).then(({ document }) => document, () => undefined) : undefined
    return { draft, base }
  }, [values['draft']])
  return <Loaded of={load}>{({ draft, base }) => <DraftOf draft={draft} base={base} />}</Loaded>
}

const none: Sample[] = []

function DraftOf({ draft, base }: { draft: Draft; base: Framework | undefined }) {
  const t = useText(text)
  const s = useText(site)
  const { locale } = useLanguage()
  const { go } = useRouter()
  const { message, modal } = App.useApp()
  const shown = useView()
  const revision = useRef(draft.revision)
  const samples = useLoad(() => samplesFor(draft.document.id), [draft.document.id])

  const [unsaved, setUnsaved] = useState(false)
  const ask = useCallback(() => new Promise<boolean>((resolve) => {
    modal.confirm({ title: t.unsaved, content: t.unsavedWords, okText: t.leave, okButtonProps: { danger: true }, cancelText: t.stay, onOk: () => resolve(true), onCancel: () => resolve(false) })
  }), [modal, t])
  useUnfinished(unsaved ? ask : undefined)

  const save = useCallback(async (document: Framework) => {
    try {
      revision.current = (await api.saveDraft(draft.id, revision.current, document)).revision
      setUnsaved(false)
      return {}
    } catch (error) {
      setUnsaved(true)
      const current = error instanceof ApiError && error.code === 'REVISION_CONFLICT' ? (error.details as { current?: Draft } | undefined)?.current : undefined
      if (!current) throw error
      revision.current = current.revision
      // The answer to an earlier try was lost: what is there is what was sent.
      if (same(current.document, document)) {
        setUnsaved(false)
        return {}
      }
      return { conflict: { document: current.document, ...(current.by ? { by: current.by } : {}) } }
    }
  }, [draft.id])
  const publish = useCallback(async (note: string) => {
    try {
      const published = await api.publish(draft.id, revision.current, note)
      void message.success(t.publishedNow(published.edition))
      go('/frameworks')
    } catch (error) {
      throw new Error(wordsOfError(error, s), { cause: error })
    }
  }, [draft.id, go, message, s, t])

  return <div className="designer-page"><Suspense fallback={<div className="page" aria-busy="true"><Skeleton active /></div>}><Designer document={draft.document} {...(base ? { base } : {})} samples={samples.value ?? none} {...shown} locale={locale} onSave={save} onPublish={publish} /></Suspense></div>
}

/** The submissions of the framework's newest cycle: the preview may borrow their answers, and they are judged again under the draft. */
async function samplesFor(framework: string): Promise<Sample[]> {
  const { items } = await api.cycles()
  const newest = items.filter(({ cycle }) => cycle.framework.id === framework).toSorted((a, b) => b.cycle.year - a.cycle.year)
  for (const { cycle } of newest) {
    const { id, year } = cycle
    const { items: submissions } = await api.submissions({ cycle: id })
    const place = new Map(cycle.units.map((unit, index) => [unit.id, index]))
    const filled = submissions.filter(({ done }) => done > 0).toSorted((a, b) => (place.get(idOf(a.unit)) ?? 0) - (place.get(idOf(b.unit)) ?? 0))
    const samples: Sample[] = []
    for (let at = 0; at < filled.length; at += 4) {
      const opened = await Promise.all(filled.slice(at, at + 4).map(({ id: one }) => api.submission(one)))
      samples.push(...opened.map(({ submission, cycle: own, previous }) => ({ label: `${year} ${own.units.find(({ id: unit }) => unit === submission.unit)?.title ?? submission.unit}`, submission, cycle: own, ...(previous && { previous }) })))
    }
    if (samples.length > 0) return samples
  }
  return []
}
