import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Framework } from '../../../schemas/index.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { useSynthetic } from '../synthetic.ts'
import { useView } from './useView.ts'
import './frameworks.css'

const Designer = lazy(() => import('../../../designer/index.ts').then((designer) => ({ default: designer.Designer })))

/** A published edition, read only, beside the edition it was based on. */
export function EditionPage({ values }: { values: Record<string, string> }) {
  const { locale } = useLanguage()
  const shown = useView()
  const load = useLoad(async () => {
    const { document } = await api.edition(values['id'] ?? '', values['edition'] ?? '')
    const { basedOn } = document
    const base: Framework | undefined = basedOn ? await api.edition(basedOn.id, basedOn.edition).then((found) => found.document, () => undefined) : undefined
    return { document, base }
  }, [values['id'], values['edition']])
  useSynthetic(load.value?.document.synthetic)
  return <Loaded of={load}>{({ document, base }) => <div className="designer-page"><Suspense fallback={<div className="page" aria-busy="true"><Skeleton active /></div>}><Designer document={document} {...(base ? { base } : {})} readOnly {...shown} locale={locale} /></Suspense></div>}</Loaded>
}
