import { App, Button, Upload } from 'antd'
import { useMemo, useState } from 'react'
import { messageOf, validate } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'
import { useDesigner } from './context.ts'

/** The whole document as it is stored: to read, to take away, and to bring back from elsewhere. */
export function JsonPage() {
  const { document, edit, locale, t, readOnly } = useDesigner()
  const { message } = App.useApp()
  const [refused, setRefused] = useState<readonly string[]>([])
  const text = useMemo(() => `${JSON.stringify(document, null, 2)}\n`, [document])
  const save = (): void => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = globalThis.document.createElement('a')
    Object.assign(link, { href: url, download: `${document.id}-${document.edition}.json` })
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 1000)
  }
  const read = async (file: File): Promise<void> => {
    const found = parsed(await file.text())
    const issues = found === undefined ? [t.notJson] : validate('framework', found).map((issue) => `${issue.path} ${messageOf(issue, locale)}`)
    setRefused(issues)
    if (issues.length > 0) return
    edit((old) => ({ ...(found as Framework), id: old.id, edition: old.edition, ...(old.basedOn && { basedOn: old.basedOn }) }))
    void message.success(t.imported)
  }
  return (
    <main id="main" className="ds-page">
      <div className="ds-page-actions"><Button onClick={save}>{t.download}</Button>{readOnly ? null : <Upload accept=".json,application/json" showUploadList={false} beforeUpload={(file) => { void read(file); return false }}><Button>{t.importJson}</Button></Upload>}</div>
      {refused.length > 0 ? <div className="ds-c-err" role="alert"><b>{t.importFailed}</b><ul>{refused.slice(0, 8).map((line) => <li key={line}>{line}</li>)}</ul></div> : null}
      <pre className="ds-code-view">{text}</pre>
    </main>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
