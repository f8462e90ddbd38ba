import { App, Skeleton } from 'antd'
import { lazy, Suspense, useCallback, useRef } from 'react'
import type { Framework, Submission } from '../../../schemas/index.ts'
import { api, type Draft } from '../api.ts'
import { useLanguage, useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { ApiError } from '../request.ts'
import { useRouter } from '../router.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { text } from './text.ts'
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
  const { message } = App.useApp()
  const revision = useRef(draft.revision)
  const samples = useLoad(() => samplesFor(draft.document.id), [draft.document.id])

  const save = useCallback(async (document: Framework) => {
    try {
      revision.current = (await api.saveDraft(draft.id, revision.current, document)).revision
      return {}
    } catch (error) {
      const current = error instanceof ApiError && error.code === 'REVISION_CONFLICT' ? (error.details as { current?: Draft } | undefined)?.current : undefined
      if (!current) throw error
      revision.current = current.revision
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

  return <div className="designer-page"><Suspense fallback={<div className="page" aria-busy="true"><Skeleton active /></div>}><Designer document={draft.document} {...(base ? { base } : {})} samples={samples.value ?? none} locale={locale} onSave={save} onPublish={publish} /></Suspense></div>
}

interface Sample { label: string; submission: Submission }

/** A few real submissions of the framework's newest cycle, whose answers the preview may borrow. */
async function samplesFor(framework: string): Promise<Sample[]> {
  const { items } = await api.cycles()
  const newest = items.filter(({ cycle }) => cycle.framework.id === framework).toSorted((a, b) => b.cycle.year - a.cycle.year)[0]
  if (!newest) return []
  const { items: submissions } = await api.submissions({ cycle: newest.cycle.id })
  const filled = submissions.filter(({ done }) => done > 0).slice(0, 3)
  const opened = await Promise.all(filled.map(({ id }) => api.submission(id)))
  return opened.map(({ submission, cycle }) => ({ label: `${cycle.title} ${cycle.units.find(({ id }) => id === submission.unit)?.title ?? submission.unit}`, submission }))
}
