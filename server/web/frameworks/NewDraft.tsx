import { App, Button, Form, Input, Modal, Radio, Select, Upload } from 'antd'
import { useState } from 'react'
import { api, type FrameworkSummary } from '../api.ts'
import { fieldErrors } from '../fieldErrors.ts'
import { useText } from '../language.tsx'
import { useLoad } from '../load.tsx'
import { useRouter } from '../router.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { examples } from './examples.ts'
import { text } from './text.ts'

type Way = 'edition' | 'example' | 'blank' | 'file'
export interface Start { way: Way; id?: string; edition?: string }
interface Fields { way: Way; base?: string; example?: string; title?: string; edition: string }

/** Where a new draft comes from and what edition it will be. */
export function NewDraft({ start, frameworks, onClose }: { start: Start; frameworks: readonly FrameworkSummary[]; onClose: () => void }) {
  const t = useText(text)
  const s = useText(site)
  const { go } = useRouter()
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const way = Form.useWatch('way', form) ?? start.way
  const shipped = useLoad(() => (way === 'example' ? examples() : Promise.resolve([])), [way])
  const [file, setFile] = useState<{ name: string; document: unknown }>()
  const [busy, setBusy] = useState(false)
  const bases = frameworks.flatMap(({ id, title, editions }) => editions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).map(({ edition }) => ({ value: JSON.stringify([id, edition]), label: `${title} ${t.editionOf(edition)}` })))
  const first = start.id && start.edition ? JSON.stringify([start.id, start.edition]) : bases[0]?.value
  const initial: Fields = { way: bases.length || start.way !== 'edition' ? start.way : 'blank', edition: nextEdition(frameworks, start.id), ...(first ? { base: first } : {}) }

  const read = (chosen: File) => {
    chosen.text().then((content) => {
      const document = JSON.parse(content) as unknown
      setFile({ name: chosen.name, document })
      const edition = (document as { edition?: unknown } | null)?.edition
      if (typeof edition === 'string') form.setFieldValue('edition', edition)
    }).catch(() => message.error(t.notJson))
    return false
  }
  const submit = (fields: Fields) => {
    const [id, edition] = JSON.parse(fields.base ?? '[]') as [string?, string?]
    const example = shipped.value?.find((one) => one.id === fields.example)
    const from = fields.way === 'blank' ? { blank: true as const, title: fields.title ?? '' } : fields.way === 'edition' && id && edition ? { id, edition } : fields.way === 'file' && file ? { document: file.document } : example ? { document: example } : undefined
    if (!from) return void message.error(fields.way === 'file' ? t.filePlease : t.chooseEdition)
    setBusy(true)
    api.newDraft(from, fields.edition.trim()).then((draft) => go(`/drafts/${encodeURIComponent(draft.id)}`), (error: unknown) => { setBusy(false); if (!fieldErrors(form, error, s)) void message.error(wordsOfError(error, s)) })
  }

  return (
    <Modal open title={t.create} onCancel={onClose} okText={t.start} cancelText={t.cancel} confirmLoading={busy} onOk={() => form.submit()} width={560} destroyOnHidden>
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} requiredMark={false}>
        <Form.Item name="way" label={t.how}>
          <Radio.Group vertical options={[...(bases.length ? [{ value: 'edition', label: t.fromEdition }] : []), { value: 'example', label: t.fromExample }, { value: 'blank', label: t.blank }, { value: 'file', label: t.file }]} />
        </Form.Item>
        {way === 'edition' ? <Form.Item name="base" label={t.source} extra={t.fromEditionWords}><Select options={bases} /></Form.Item> : null}
        {way === 'example' ? <Form.Item name="example" label={t.source} rules={[{ required: true, message: t.chooseEdition }]}><Select loading={shipped.loading} options={(shipped.value ?? []).map(({ id, title }) => ({ value: id, label: title }))} onChange={(id: string) => { const found = shipped.value?.find((one) => one.id === id); if (found && !form.getFieldValue('edition')) form.setFieldValue('edition', found.edition) }} /></Form.Item> : null}
        {way === 'blank' ? <Form.Item name="title" label={t.name} rules={[{ required: true, whitespace: true, message: t.namePlease }]}><Input /></Form.Item> : null}
        {way === 'file' ? <Form.Item label={t.file} extra={file?.name ?? t.fileWords}><Upload accept=".json,application/json" maxCount={1} showUploadList={false} beforeUpload={read}><Button>{t.chooseFile}</Button></Upload></Form.Item> : null}
        <Form.Item name="edition" label={t.edition} extra={t.editionHint} rules={[{ required: true, whitespace: true, message: t.editionPlease }]}><Input style={{ width: 160 }} /></Form.Item>
      </Form>
    </Modal>
  )
}

/** The year after the newest edition or draft; empty when editions are not years. */
function nextEdition(frameworks: readonly FrameworkSummary[], id: string | undefined): string {
  const framework = frameworks.find((one) => one.id === id) ?? frameworks[0]
  const years = [...(framework?.editions ?? []), ...(framework?.drafts ?? [])].map(({ edition }) => Number(edition)).filter((year) => Number.isInteger(year))
  return years.length ? String(Math.max(...years) + 1) : ''
}
