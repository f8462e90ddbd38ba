import { Button, Checkbox } from 'antd'
import { CheckCircleOutlined, DownOutlined, ExclamationCircleOutlined, UpOutlined, WarningOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { messageOf, type CaseResult } from '../engine/index.ts'
import { LevelChip } from '../runtime/index.ts'
import type { Issue, Scale } from '../schemas/index.ts'
import { useDesigner } from './context.ts'
import { mend, mendWords } from './findings.ts'
import { useLive } from './live/live.ts'

/** What is wrong with the document, and which cases do not agree: code, place, words; a click goes there. */
export function Problems({ selected, running, open, onOpen }: { selected: string | undefined; /** Whether cases are still being run. */ running: boolean; open: boolean; onOpen: (open: boolean) => void }) {
  const { document, issues, compiled, select, edit, readOnly, t, locale } = useDesigner()
  const { cases } = useLive()
  const [only, setOnly] = useState(false)
  const [errors, warnings] = [issues.filter(({ severity }) => severity === 'error').length, issues.filter(({ severity }) => severity === 'warning').length]
  const rank = ({ severity, point }: Issue): number => (severity === 'error' ? 0 : 2) + (point === selected ? 0 : 1)
  const red = cases.filter(({ pass }) => !pass)
  const redShown = red.filter(({ point }) => !only || point === selected).toSorted((a, b) => Number(b.point === selected) - Number(a.point === selected))
  const shown = issues.filter(({ point }) => !only || point === selected).toSorted((a, b) => rank(a) - rank(b))
  useEffect(() => {
    const first = issues.find(({ fix, point }) => fix && point === selected) ?? issues.find(({ fix }) => fix)
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== '.' || !first || readOnly) return
      event.preventDefault()
      edit(mend(first))
      select(first.point ?? selected ?? '', first.path)
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [issues, selected, readOnly, edit, select])
  const place = ({ point, path }: Issue): string => {
    const node = point === undefined ? undefined : compiled?.point(point)
    const section = /\/(schema|layout|calculations|checks|evidence|rubric|elements|parameters|scales)\b/.exec(path)?.[1] ?? ''
    const names: Record<string, string> = { schema: t.fields, layout: t.fields, calculations: t.calculations, checks: t.checks, evidence: t.evidence, rubric: t.rubric, elements: t.elements, parameters: t.parameters, scales: t.scale }
    return [node?.code ?? '', names[section] ?? ''].filter(Boolean).join(' › ') || path
  }
  return (
    <section className={`ds-problems${open ? '' : ' ds-folded'}`} aria-label={t.problems}>
      <header>
        <b>{t.problems}</b>
        {errors > 0 ? <span className="ds-c-err">{t.errors(errors)}</span> : null}
        {warnings > 0 ? <span className="ds-c-warn">{t.warnings(warnings)}</span> : null}
        {red.length > 0 ? <span className="ds-c-err">{t.casesRed(red.length)}</span> : null}
        {running ? <span className="ds-quiet">{t.checking}</span> : null}
        {errors + warnings + red.length === 0 && !running ? <span className="ds-c-ok"><CheckCircleOutlined /> {cases.length > 0 ? t.allFine(cases.length) : t.noProblems}</span> : null}
        <span className="ds-grow" />
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>{t.onlyThis}</Checkbox>
        <Button size="small" type="text" icon={open ? <DownOutlined /> : <UpOutlined />} aria-label={open ? t.hide : t.show} onClick={() => onOpen(!open)} />
      </header>
      {open ? (
        <ul>
          {redShown.slice(0, 100).map((one) => <RedCase key={`${one.point} ${one.index}`} one={one} scale={document.scales[compiled?.point(one.point)?.point.rubric.scale ?? '']} code={compiled?.point(one.point)?.code ?? ''} onOpen={() => select(one.point, `${compiled?.point(one.point)?.pointer ?? ''}/examples/${one.index}`)} />)}
          {shown.slice(0, 200).map((issue, index) => (
            <li key={index}>
              <button type="button" onClick={() => select(issue.point ?? selected ?? '', issue.path)}>
                {issue.severity === 'error' ? <ExclamationCircleOutlined className="ds-c-err" /> : <WarningOutlined className="ds-c-warn" />}
                <span className="ds-place">{place(issue)}</span><span>{messageOf(issue, locale, compiled)}</span><code>{issue.code}</code>
              </button>
              {issue.fix && !readOnly ? <Button size="small" type="link" onClick={() => edit(mend(issue))}>{mendWords(issue, t)}</Button> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function RedCase({ one, scale, code, onOpen }: { one: CaseResult; scale: Scale | undefined; code: string; onOpen: () => void }) {
  const { t } = useDesigner()
  return (
    <li>
      <button type="button" onClick={onOpen}>
        <ExclamationCircleOutlined className="ds-c-err" /><span className="ds-place">{code} › {t.cases}</span>
        <span>{one.name}</span><span className="ds-becomes">{t.expected} <LevelChip scale={scale} node={{ issues: [], ...one.expected, possible: one.expected.possible ?? [] }} brief /> {t.actual} <LevelChip scale={scale} node={one.actual} brief /></span>
      </button>
    </li>
  )
}
