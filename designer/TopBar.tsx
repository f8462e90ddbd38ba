import { Button, Tag, Tooltip } from 'antd'
import { LeftOutlined, RollbackOutlined } from '@ant-design/icons'
import { useDesigner } from './context.ts'
import type { SaveState } from './useSave.ts'
import type { View } from './useView.ts'

interface Props {
  save: SaveState
  canUndo: boolean
  canRedo: boolean
  passed: number
  cases: number
  running: boolean
  view: View
  onUndo: () => void
  onRedo: () => void
  onProblems: () => void
  /** Goes to the first case that does not agree. */
  onCases: () => void
  onView: (view: View) => void
  canPublish: boolean
}

/** Title, edition, what is saved, undo and redo, problems, cases, and the other views. */
export function TopBar({ save, canUndo, canRedo, passed, cases, running, view, onUndo, onRedo, onProblems, onCases, onView, canPublish }: Props) {
  const { document, issues, t, readOnly, locale } = useDesigner()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const words = { saved: save.at ? t.saved(save.at.toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' })) : '', saving: t.saving, dirty: t.unsaved, failed: save.reason === undefined ? t.failedToSave : `${t.failedToSave}${t.comma}${save.reason}`, conflict: t.conflict }[save.state]
  const toggle = (next: View): void => onView(view === next ? 'edit' : next)
  return (
    <div className="ds-top">
      {view === 'edit' || view === 'publish' ? null : <Button size="small" icon={<LeftOutlined />} onClick={() => onView('edit')}>{t.back}</Button>}
      <h1 title={document.title}>{document.title}</h1>
      <Tag className="ds-tag">{readOnly ? t.edition(document.edition) : t.draft(document.edition)}</Tag>
      <span className={`ds-save ds-save-${save.state}`} role="status">{[document.basedOn ? t.basedOn(document.basedOn.edition) : '', readOnly ? t.readOnly : words].filter(Boolean).join(' · ')}</span>
      <span className="ds-grow" />
      {document.synthetic ? <Tag className="ds-demo">{t.synthetic}</Tag> : null}
      {readOnly ? null : <>
        <Tooltip title={`${t.undo} Ctrl+Z`}><Button size="small" type="text" icon={<RollbackOutlined />} aria-label={t.undo} disabled={!canUndo} onClick={onUndo} /></Tooltip>
        <Tooltip title={`${t.redo} Ctrl+Y`}><Button size="small" type="text" icon={<RollbackOutlined className="ds-forth" />} aria-label={t.redo} disabled={!canRedo} onClick={onRedo} /></Tooltip>
      </>}
      <Button size="small" type="text" className={errors > 0 ? 'ds-c-err' : undefined} onClick={onProblems}>{t.check(errors)}</Button>
      {passed < cases && !running ? <Button size="small" type="text" className="ds-casecount ds-c-err" onClick={onCases}>{t.caseCount(passed, cases)}</Button> : <span className="ds-casecount">{running ? t.checking : t.caseCount(passed, cases)}</span>}
      <Button size="small" type="text" aria-pressed={view === 'library'} onClick={() => toggle('library')}>{t.library}</Button>
      <Button size="small" type="text" aria-pressed={view === 'compare'} onClick={() => toggle('compare')}>{t.compare}</Button>
      <Button size="small" type="text" aria-pressed={view === 'json'} onClick={() => toggle('json')}>{t.json}</Button>
      {readOnly || !canPublish ? null : <Button size="small" type={view === 'publish' ? 'primary' : 'default'} onClick={() => toggle('publish')}>{t.publish}</Button>}
    </div>
  )
}
