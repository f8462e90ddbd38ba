import { Button } from 'antd'
import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { messageOf } from '../../engine/index.ts'
import { useDesigner } from '../context.ts'
import { mend, mendWords, sectionOf } from '../findings.ts'

/** What is wrong in one section of a point, said where it is and with the way to mend it. */
export function Findings({ point, section }: { point: string; section: string }) {
  const { issues, compiled, edit, locale, t, readOnly } = useDesigner()
  const own = issues.filter((issue) => issue.point === point && sectionOf(issue.path) === section)
  return own.slice(0, 4).map((finding, index) => (
    <div key={index} className={`ds-finding ds-finding-${finding.severity}`}>
      {finding.severity === 'error' ? <ExclamationCircleOutlined /> : <WarningOutlined />}
      <span>{messageOf(finding, locale, compiled)}</span>
      {finding.fix && !readOnly ? <Button size="small" type="link" onClick={() => edit(mend(finding))}>{mendWords(finding, t)}</Button> : null}
    </div>
  ))
}
