import { Button, Input, Modal, Select } from 'antd'
import type { EvaluationPoint } from '../../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { text } from './text.ts'

interface Props {
  unit: string; points: readonly EvaluationPoint[]
  /** Feedback by point; a point that is on the list and has none yet holds an empty text. */
  returning: Readonly<Record<string, string>>
  onChange: (returning: Record<string, string>) => void; onSend: () => void; onClose: () => void
}

/** Chooses the points to give back, each with its feedback, and says first what the unit can and cannot change afterwards. */
export function ReturnDialog({ unit, points, returning, onChange, onSend, onClose }: Props) {
  const t = useText(text)
  const chosen = points.filter(({ id }) => id in returning)
  const free = points.filter(({ id }) => !(id in returning))
  const complete = chosen.length > 0 && chosen.every(({ id }) => returning[id]?.trim())
  const without = (gone: string): Record<string, string> => Object.fromEntries(Object.entries(returning).filter(([id]) => id !== gone))
  return (
    <Modal open width={640} title={t.sendAsk(unit)} okText={chosen.length ? t.returnCount(chosen.length) : t.sendBack} okButtonProps={{ disabled: !complete }} cancelText={t.cancel} onCancel={onClose} onOk={onSend}>
      <div className="note note-warn" role="note"><Icon name="warn" /><span>{chosen.length ? t.returnMeans(unit, chosen.length, free.length) : t.returnChoose(unit)}</span></div>
      <ul className="review-back">
        {chosen.map(({ id, code, title }) => (
          <li key={id}>
            <p className="row"><b className="grow">{code} {title}</b><Button size="small" type="text" icon={<Icon name="close" className="icon-12" />} aria-label={`${t.removeReturn} ${code}`} onClick={() => onChange(without(id))} /></p>
            <Input.TextArea aria-label={`${code} ${t.feedback}`} placeholder={t.feedback} autoSize={{ minRows: 2 }} maxLength={2000} value={returning[id]} onChange={(event) => onChange({ ...returning, [id]: event.target.value })} />
          </li>
        ))}
      </ul>
      <Select mode="multiple" style={{ width: '100%', marginTop: 8 }} aria-label={t.addReturn} placeholder={t.addReturn} value={[]} optionFilterProp="label" popupMatchSelectWidth={false}
        options={free.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))} onChange={(ids: string[]) => onChange({ ...returning, ...Object.fromEntries(ids.map((id) => [id, ''])) })} />
    </Modal>
  )
}
