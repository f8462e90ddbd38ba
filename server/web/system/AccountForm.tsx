import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, type Role, type User } from '../api.ts'
import { fieldErrors } from '../fieldErrors.ts'
import { useText } from '../language.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { text } from './text.ts'

interface Fields { name: string; title: string; role: Role; unit?: string; password: string }

/** A new account, a changed one, or a new password for one. */
export function AccountForm({ user, reset, units, onClose, onDone }: { user?: User; reset?: boolean; units: ReadonlyMap<string, string>; onClose: () => void; onDone: () => void }) {
  const t = useText(text)
  const s = useText(site)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const role = Form.useWatch('role', form) ?? user?.role
  const district = role === 'district-filler' || role === 'district-submitter'
  const submit = ({ name, title, role: chosen, unit, password }: Fields) => {
    setBusy(true)
    const place = district && unit ? { unit } : {}
    const call: Promise<unknown> = reset && user ? api.changeUser(user.id, { password }) : user ? api.changeUser(user.id, { title, role: chosen, ...place }) : api.createUser({ name, title, role: chosen, password, ...place })
    call.then(() => { void message.success(reset ? t.resetDone : user ? t.changed : t.created); onDone() }, (error: unknown) => { setBusy(false); if (!fieldErrors(form, error, s)) void message.error(wordsOfError(error, s)) })
  }
  return (
    <Modal open title={reset ? `${t.resetPassword} · ${user?.title}` : user ? `${t.edit} · ${user.title}` : t.create} okText={t.save} cancelText={t.cancel} confirmLoading={busy} onCancel={onClose} onOk={() => form.submit()} width={440} destroyOnHidden>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={user ?? { role: 'district-filler' }}>
        {user ? null : <Form.Item name="name" label={t.name} rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, message: t.namePlease }]}><Input autoComplete="off" /></Form.Item>}
        {reset ? null : <>
          <Form.Item name="title" label={t.displayName} rules={[{ required: true, whitespace: true, message: t.titlePlease }]}><Input /></Form.Item>
          <Form.Item name="role" label={t.role}><Select options={Object.entries(s.roles).map(([value, label]) => ({ value, label }))} /></Form.Item>
          {district ? <Form.Item name="unit" label={t.unit} rules={[{ required: true, message: t.unitPlease }]}><Select showSearch={{ optionFilterProp: 'label' }} options={[...units].map(([value, label]) => ({ value, label }))} /></Form.Item> : null}
        </>}
        {user && !reset ? null : <Form.Item name="password" label={t.password} extra={t.passwordHint} rules={[{ required: true, min: 8, message: t.passwordShort }]}><Input.Password autoComplete="new-password" /></Form.Item>}
      </Form>
    </Modal>
  )
}
