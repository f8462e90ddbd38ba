import { App } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import { api, type Draft } from '../api.ts'
import { useLanguage, useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { useRouter } from '../router.tsx'
import { text } from './text.ts'

const Designer = lazy(() => import('../../../designer/index.ts').then((designer) => ({ default: designer.Designer })))

/** A draft in the designer: saved with its revision, published from there. */
export function DraftPage({ values }: { values: Record<string, string> }) {
  const load = useLoad(() => api.draft(values['draft'] ?? ''), [values['draft']])
  return <Loaded of={load}>{(draft) => <DraftOf draft={draft} />}</Loaded>
}

function DraftOf({ draft }: { draft: Draft }) {
  const t = useText(text)
  const { locale } = useLanguage()
  const { go } = useRouter()
  const { message } = App.useApp()
  const revision = useRef(draft.revision)
  return (
    <Suspense>
      <Designer document={draft.document} locale={locale}
        onSave={async (document) => { const saved = await api.saveDraft(draft.id, revision.current, document); revision.current = saved.revision }}
        onPublish={async (note) => { const published = await api.publish(draft.id, revision.current, note); void message.success(t.publishedNow(published.edition)); go('/frameworks') }} />
    </Suspense>
  )
}
