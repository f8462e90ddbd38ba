import { App, ConfigProvider } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { Context, type Locale } from '../../designer/context.ts'
import { contextOf } from '../../designer/contextOf.ts'
import { pointOf } from '../../designer/edits/nodes.ts'
import { useImpact, type Sample } from '../../designer/live/impact.ts'
import { LiveContext } from '../../designer/live/live.ts'
import { useLiveOf } from '../../designer/live/useLiveOf.ts'
import { useChecked } from '../../designer/useChecked.ts'
import type { CaseResult } from '../../engine/index.ts'
import type { EvaluationPoint, Framework } from '../../schemas/index.ts'
import { framework } from '../samples/index.ts'
import { Site } from './Site.tsx'
import '../../designer/designer.css'

export interface Shown { document: Framework; point: EvaluationPoint; cases: readonly CaseResult[]; running: boolean; edit: (change: (document: Framework) => Framework) => void }

export interface OnePartProps {
  document?: Framework
  /** The edition the draft is based on. */
  base?: Framework
  /** The evaluation point the part is about. */
  point?: string
  samples?: readonly Sample[]
  readOnly?: boolean
  locale?: Locale
  onEdit?: (document: Framework) => void
  onSelect?: (id: string, place?: string) => void
  children: (shown: Shown) => ReactNode
}

const none: readonly Sample[] = []

/** One part of the designer alone: a document that can be edited, checked and judged, and nothing else of the page. */
export function OnePart({ document: given = framework, base = given, point: id = 'investment', samples = none, readOnly = false, locale = 'zh', onEdit, onSelect, children }: OnePartProps) {
  const [document, setDocument] = useState(given)
  const { compiled, issues, cases, running } = useChecked(document)
  const edit = useCallback((change: (old: Framework) => Framework): void => setDocument((old) => {
    const next = change(old)
    onEdit?.(next)
    return next
  }), [onEdit])
  const select = useCallback((node: string, place?: string): void => onSelect?.(node, place), [onSelect])
  const context = useMemo(() => contextOf({ document, compiled, issues, base, readOnly, locale, edit, select }), [document, compiled, issues, base, readOnly, locale, edit, select])
  const live = useLiveOf(context, id, cases, useImpact(compiled, base, samples))
  const point = pointOf(document, id)
  if (!point) throw new Error(`no point ${id} in ${document.id}`)
  return (
    <Site><ConfigProvider componentDisabled={readOnly}>
      <App className="story-designer">
        <Context.Provider value={context}><LiveContext.Provider value={live}>
          <main className="ds story-part" lang={locale === 'zh' ? 'zh-CN' : 'en'}>{children({ document, point, cases, running, edit })}</main>
        </LiveContext.Provider></Context.Provider>
      </App>
    </ConfigProvider></Site>
  )
}
