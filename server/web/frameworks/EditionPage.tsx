import { lazy, Suspense } from 'react'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'

const Designer = lazy(() => import('../../../designer/index.ts').then((designer) => ({ default: designer.Designer })))

/** A published edition, read only. */
export function EditionPage({ values }: { values: Record<string, string> }) {
  const { locale } = useLanguage()
  const load = useLoad(() => api.edition(values['id'] ?? '', values['edition'] ?? ''), [values['id'], values['edition']])
  return <Loaded of={load}>{({ document }) => <Suspense><Designer document={document} readOnly locale={locale} /></Suspense>}</Loaded>
}
