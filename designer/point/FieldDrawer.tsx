import { App, Button, Checkbox, Drawer, Form, InputNumber, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Element, EvaluationPoint, LayoutItem, Option, Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { elementOf, removeField, setElement, setLayout } from '../edits/fields.ts'
import { freshName, replaceAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { blankComparison } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { LongText, Text } from '../Text.tsx'
import { readersOf } from './users.ts'

/** Everything about a field that its row does not show. */
export function FieldDrawer({ point, id, onClose }: { point: EvaluationPoint; id: string; onClose: () => void }) {
  const { document, edit, t, readOnly } = useDesigner()
  const { modal } = App.useApp()
  const element = elementOf(document, point, id)
  if (!element) return null
  const layout = point.layout?.find(({ field }) => field === id) ?? {}
  const set = (patch: Partial<Element>, group?: string): void => edit((old) => setElement(old, point.id, id, patch), group === undefined ? undefined : `${id}.${group}`)
  const setItem = (patch: Partial<LayoutItem>, group?: string): void => edit((old) => setLayout(old, point.id, id, patch), group === undefined ? undefined : `${id}.${group}`)
  const takeOut = (): void => {
    edit((old) => removeField(old, point.id, id))
    onClose()
  }
  /** Asks first where something would be left without its value. */
  const remove = (): void => {
    const readers = readersOf(point, id, t)
    if (readers.length === 0) return takeOut()
    modal.confirm({ title: t.removeFieldAsk(element.title), okText: t.removeField, okButtonProps: { danger: true }, cancelText: t.cancel, focusable: { autoFocusButton: 'cancel' }, content: <ul>{readers.map((reader) => <li key={reader}>{reader}</li>)}</ul>, onOk: takeOut })
  }
  const numeric = element.type === 'number' || element.type === 'integer'
  const text = element.type === 'string' && !element.oneOf && element.format === undefined
  const options = element.oneOf ?? (element.items?.type === 'string' ? element.items.oneOf : undefined)
  const setOptions = (change: (options: Option[]) => Option[], group?: string): void => edit((old) => setElement(old, point.id, id, ({ oneOf, items = { type: 'string' } }) => (oneOf ? { oneOf: change(oneOf) } : { items: merged(items, { oneOf: change(items.oneOf ?? []) }) })), group === undefined ? undefined : `${id}.${group}`)
  const number = (name: 'minimum' | 'maximum' | 'minLength' | 'maxLength'): React.ReactNode => (
    <Form.Item label={t[name]}><InputNumber controls={false} aria-label={t[name]} value={element[name] ?? null} onChange={(value) => set({ [name]: value ?? undefined }, name)} /></Form.Item>
  )
  const condition = (name: 'visibleIf' | 'requiredIf'): React.ReactNode => {
    const rule: Rule | undefined = layout[name]
    return (
      <Form.Item label={t[name]}>
        {rule === undefined ? <><span className="ds-quiet">{name === 'visibleIf' ? t.always : point.schema.required?.includes(id) === true ? t.requiredAlways : t.requiredNever}</span> <Button size="small" type="link" disabled={readOnly} onClick={() => setItem({ [name]: blankComparison(Object.keys(point.schema.properties).find((other) => other !== id)) })}>{t.setCondition}</Button></>
          : <><RuleEditor point={point.id} rule={rule} path={`layout:${id}/${name}`} label={t[name]} expect="condition" onChange={(next) => setItem({ [name]: next }, name)} /><Button size="small" onClick={() => setItem({ [name]: undefined })}>{t.clear}</Button></>}
      </Form.Item>
    )
  }
  return (
    <Drawer open onClose={onClose} title={element.title} size={520} extra={readOnly ? null : <Button danger icon={<DeleteOutlined />} onClick={remove}>{t.removeField}</Button>}>
      <Form layout="vertical" className="ds-form">
        <Form.Item label={t.help}><LongText aria-label={t.help} autoSize={{ minRows: 2 }} value={element.description ?? ''} onText={(text) => set({ description: text || undefined }, 'description')} /></Form.Item>
        <Form.Item label={t.example}><Text aria-label={t.example} value={element.examples?.[0] === undefined ? '' : typeof element.examples[0] === 'string' ? element.examples[0] : JSON.stringify(element.examples[0])} onText={(text) => set({ examples: text === '' ? undefined : [example(element, text)] }, 'example')} /></Form.Item>
        {numeric ? <div className="ds-pair">{number('minimum')}{number('maximum')}</div> : null}
        {text ? <><div className="ds-pair">{number('minLength')}{number('maxLength')}</div><Form.Item label={t.pattern}><Text aria-label={t.pattern} value={element.pattern ?? ''} onText={(text) => set({ pattern: text || undefined }, 'pattern')} /></Form.Item></> : null}
        {options ? (
          <Form.Item label={t.options}>
            {options.map((option, index) => (
              <div key={index} className="ds-pair ds-optionrow">
                <Text aria-label={t.optionValue} value={option.const} onText={(text) => setOptions((list) => replaceAt(list, index, { ...(list[index] ?? option), const: text }), `option${index}`)} />
                <Text aria-label={t.optionTitle} value={option.title} onText={(text) => setOptions((list) => replaceAt(list, index, { ...(list[index] ?? option), title: text }), `title${index}`)} />
                <Button type="text" icon={<DeleteOutlined />} aria-label={`${option.title} ${t.remove}`} disabled={options.length === 1} onClick={() => setOptions((list) => list.toSpliced(index, 1))} />
              </div>
            ))}
            <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => setOptions((list) => [...list, { const: freshName(list.map((one) => one.const), 'option'), title: t.newOption }])}>{t.addOption}</Button>
          </Form.Item>
        ) : null}
        {element.items?.type === 'object' ? (
          <>
            <Form.Item label={t.keyColumn}><Select allowClear aria-label={t.keyColumn} value={element['x-key']} options={Object.entries(element.items.properties ?? {}).map(([value, { title }]) => ({ value, label: title }))} onChange={(value?: string) => set({ 'x-key': value })} /></Form.Item>
            <Form.Item><Checkbox checked={element['x-total'] === true} onChange={(event) => set({ 'x-total': event.target.checked || undefined })}>{t.total}</Checkbox></Form.Item>
          </>
        ) : null}
        <Form.Item><Checkbox checked={element['x-previous'] === true} onChange={(event) => set({ 'x-previous': event.target.checked || undefined })}>{t.previousShown}</Checkbox></Form.Item>
        {element['x-source'] === 'official' ? <Form.Item label={t.provider}><Text aria-label={t.provider} value={element['x-provider'] ?? ''} onText={(text) => set({ 'x-provider': text || undefined }, 'provider')} /></Form.Item> : null}
        <Form.Item label={t.heading}><Text aria-label={t.heading} value={layout.heading ?? ''} onText={(text) => setItem({ heading: text || undefined }, 'heading')} /></Form.Item>
        {condition('visibleIf')}
        {condition('requiredIf')}
        <details className="ds-quiet"><summary>{t.advanced}</summary>{t.id} <code>{id}</code></details>
      </Form>
    </Drawer>
  )
}

/** An example typed as text, as the element would hold it. */
function example(element: Element, text: string): unknown {
  if (element.type === 'number' || element.type === 'integer') return Number.isFinite(Number(text)) ? Number(text) : text
  try {
    return element.type === 'string' ? text : (JSON.parse(text) as unknown)
  } catch {
    return text
  }
}
