import { App, ConfigProvider } from 'antd'
import { startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { diff } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'
import { Compare } from './compare/Compare.tsx'
import { Conflict } from './Conflict.tsx'
import { Context, stringsOf, type Locale } from './context.ts'
import { contextOf } from './contextOf.ts'
import './designer.css'
import { find, isPoint } from './edits/nodes.ts'
import { advance, begin, redo, undo } from './history.ts'
import { IndicatorEditor } from './IndicatorEditor.tsx'
import { JsonPage } from './JsonPage.tsx'
import { Library } from './library/Library.tsx'
import { useImpact, type Sample } from './live/impact.ts'
import { LiveContext } from './live/live.ts'
import { LivePanel } from './live/LivePanel.tsx'
import { useLiveOf } from './live/useLiveOf.ts'
import { PointEditor } from './point/PointEditor.tsx'
import { Problems } from './Problems.tsx'
import { Publish } from './Publish.tsx'
import { TopBar } from './TopBar.tsx'
import { Tree } from './tree/Tree.tsx'
import { useChecked } from './useChecked.ts'
import { useSave, type SaveResult } from './useSave.ts'
import { useView } from './useView.ts'

/** What the designer is given: the draft, what it came from, and what to do when it is saved or published. Only `document` is needed. */
export interface DesignerProps {
  document: Framework
  /** The edition the draft is based on: for comparing, for "was 3 %". */
  base?: Framework
  /** Saves a draft; called a moment after every change, one call at a time. Throw to have it tried again. */
  onSave?: (document: Framework) => Promise<SaveResult>
  /** Publishes what was last saved. Throw an Error whose message says why it could not be. */
  onPublish?: (note: string) => Promise<void>
  /** Submissions of the last cycle: the preview may borrow their answers, and they are judged again under the draft. */
  samples?: readonly Sample[]
  readOnly?: boolean
  /** The page to show, where the host keeps it in the address; `onView` tells which one is asked for. */
  view?: string | undefined
  onView?: (view: string) => void
  /** The point or indicator to begin at; the first point if left out. */
  node?: string | undefined
  locale?: Locale
}

const noSamples: readonly Sample[] = []
const dense = { token: { fontSize: 13, lineHeight: 20 / 13, controlHeight: 28, controlHeightSM: 26 } }

/** The visual editor of a framework document: tree, evaluation point, live preview, problems. */
export function Designer({ document: given, base, onSave, onPublish, samples = noSamples, readOnly = false, view: asked, onView, node, locale = 'zh' }: DesignerProps) {
  const [history, setHistory] = useState(() => begin(given))
  const [selected, setSelected] = useState<string | undefined>(() => (node !== undefined && find(given, node) ? node : firstPoint(given)))
  const [place, setPlace] = useState<{ path: string }>()
  const [view, setView] = useView(asked, onView, !readOnly && onPublish !== undefined)
  const [problemsWanted, setProblemsOpen] = useState(true)
  const document = history.present
  const { compiled, issues, cases, running } = useChecked(document)
  const { save, conflict, settle, flush } = useSave(document, readOnly ? undefined : onSave)
  const t = stringsOf(locale)
  const red = cases.find(({ pass }) => !pass)
  const problemsOpen = problemsWanted && (issues.length > 0 || red !== undefined)

  const edit = useCallback((change: (old: Framework) => Framework, group?: string): void => {
    if (!readOnly) startTransition(() => setHistory((old) => advance(old, change(old.present), group)))
  }, [readOnly])
  const select = useCallback((id: string, at?: string): void => { setSelected(id); setPlace(at === undefined ? undefined : { path: at }); setView('edit') }, [setView])
  const context = useMemo(() => contextOf({ document, compiled, issues, base, readOnly, locale, edit, select }), [document, compiled, issues, base, readOnly, locale, edit, select])
  const impact = useImpact(compiled, base, samples)
  const live = useLiveOf(context, selected, cases, impact)
  const changed = useMemo(() => new Set(base && compiled ? diff(base, compiled.framework).map(({ id }) => id) : []), [base, compiled])

  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey)) return
      const letter = event.key.toLowerCase()
      const back = letter === 'z' && !event.shiftKey
      const forth = letter === 'y' || (letter === 'z' && event.shiftKey)
      if (letter === 's') { event.preventDefault(); void flush() }
      // A code editor undoes its own typing, and so does a text on a page that is not the document's.
      if ((!back && !forth) || event.defaultPrevented || (view !== 'edit' && event.target instanceof Element && event.target.matches('textarea, input, [contenteditable=true] *'))) return
      event.preventDefault()
      setHistory(back ? undo : redo)
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [flush, view])

  const spot = selected === undefined ? undefined : find(document, selected)
  const point = spot && isPoint(spot.node) ? spot.node : undefined
  const publish = async (note: string): Promise<void> => {
    if (!(await flush())) throw new Error(t.notSavedYet)
    await onPublish?.(note)
  }
  const body = (): React.ReactNode => {
    if (conflict) return <Conflict ancestor={conflict.ancestor} theirs={conflict.document} by={conflict.by} onMerged={(merged) => { settle(conflict.document); setHistory((old) => advance(old, merged)) }} />
    switch (view) {
      case 'publish': return <Publish cases={cases} busy={running} onBack={() => setView('edit')} onPublish={publish} />
      case 'compare': return <Compare samples={samples} />
      case 'json': return <JsonPage />
      case 'library': return <Library />
      case 'edit': return (
        <>
          <div className="ds-narrow"><h2>{t.narrow}</h2><p>{t.narrowWords}</p></div>
          <Tree selected={selected} changed={changed} />
          <main id="main" className="ds-main">{point ? <PointEditor key={point.id} point={point} place={place} /> : spot && !isPoint(spot.node) ? <IndicatorEditor key={spot.node.id} indicator={spot.node} /> : <p className="ds-empty">{t.selectPoint}</p>}</main>
          <LivePanel point={point} indicator={point ? undefined : spot?.node.id} samples={samples} />
          <Problems selected={selected} running={running} open={problemsOpen} onOpen={setProblemsOpen} />
        </>
      )
    }
  }
  return (
    <ConfigProvider componentDisabled={readOnly} theme={dense}>
      <App className="ds-app">
        <Context.Provider value={context}><LiveContext.Provider value={live}>
          <div className={`ds ds-view-${conflict ? 'conflict' : view}${problemsOpen ? '' : ' ds-noproblems'}`} lang={locale === 'zh' ? 'zh-CN' : 'en'}>
            <ConfigProvider componentDisabled={false}>
              <TopBar save={save} canUndo={history.past.length > 0} canRedo={history.future.length > 0} passed={cases.filter(({ pass }) => pass).length} cases={cases.length} running={running} view={view} canPublish={onPublish !== undefined}
                onUndo={() => setHistory(undo)} onRedo={() => setHistory(redo)} onProblems={() => { setView('edit'); setProblemsOpen(true) }} onView={setView}
                onCases={() => { if (red) select(red.point, `${compiled?.point(red.point)?.pointer ?? ''}/examples/${red.index}`) }} />
            </ConfigProvider>
            {body()}
          </div>
        </LiveContext.Provider></Context.Provider>
      </App>
    </ConfigProvider>
  )
}

function firstPoint(document: Framework): string | undefined {
  const look = (nodes: Framework['indicators']): string | undefined => {
    for (const node of nodes) {
      const found = look(node.children ?? []) ?? node.evaluationPoints?.[0]?.id
      if (found !== undefined) return found
    }
    return undefined
  }
  return look(document.indicators) ?? document.indicators[0]?.id
}
