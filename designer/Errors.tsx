import { ExclamationCircleOutlined } from '@ant-design/icons'
import { messageOf } from '../engine/index.ts'
import { useDesigner } from './context.ts'

/** Errors that are listed; more are counted. */
const most = 20

/** Every error of the document, each leading to its place. */
export function Errors() {
  const { document, issues, compiled, select, t, locale } = useDesigner()
  const errors = issues.filter(({ severity }) => severity === 'error')
  return (
    <ul className="ds-errors">
      {errors.slice(0, most).map((issue, i) => (
        <li key={i}><button type="button" className="ds-link" onClick={() => select(issue.point ?? document.indicators[0]?.id ?? '', issue.path)}><ExclamationCircleOutlined className="ds-c-err" /> {issue.point === undefined ? '' : `${compiled?.point(issue.point)?.code ?? ''} `}{messageOf(issue, locale, compiled)}</button></li>
      ))}
      {errors.length > most ? <li className="ds-quiet">{t.moreChanges(errors.length - most)}</li> : null}
    </ul>
  )
}
