import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from './api.ts'
import { fieldErrors } from './fieldErrors.ts'
import { useText } from './language.tsx'
import { text, wordsOfError } from './text.ts'

interface Fields { current: string; next: string; again: string }

/** One's own password: the present one, the new one twice. */
export function PasswordForm({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText(text)
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const submit = ({ current, next }: Fields) => {
    setBusy(true)
    api.changePassword(current, next).then(
      () => { void message.success(t.passwordChanged); onClose() },
      (error: unknown) => { setBusy(false); if (!fieldErrors(form, error, t)) void message.error(wordsOfError(error, t)) },
    )
  }
  return (
    <Modal open title={t.changePassword} okText={t.save} cancelText={t.cancel} confirmLoading={busy} onCancel={onClose} onOk={() => form.submit()} width={440}>
      <p className="second">{t.changePasswordWords}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} style={{ marginTop: 12 }}>
        <input hidden readOnly autoComplete="username" value={name} />
        <Form.Item name="current" label={t.currentPassword} rules={[{ required: true, message: t.passwordPlease }]}><Input.Password autoFocus autoComplete="current-password" /></Form.Item>
        <Form.Item name="next" label={t.newPassword} extra={t.passwordHint} rules={[{ required: true, min: 8, message: t.passwordShort }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <Form.Item name="again" label={t.repeatPassword} dependencies={['next']}
          rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t.passwordsDiffer))) })]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
