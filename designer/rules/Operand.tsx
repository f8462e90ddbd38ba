import { Button, Dropdown, InputNumber, Select } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { elementOf } from '../edits/fields.ts'
import { pointOf } from '../edits/nodes.ts'
import { FormulaLine } from './FormulaLine.tsx'
import { operandOf } from './place.ts'
import { Text } from '../Text.tsx'

interface Props {
  point: string
  rule: Rule
  /** The other side of the comparison: its unit and options are offered here. */
  like?: Rule
  onChange: (rule: Rule) => void
}

/** One side of a comparison: a name as a chip in the colour of its kind, a literal with its unit, or a formula. */
export function Operand({ point, rule, like, onChange }: Props) {
  const { document, t, variables } = useDesigner()
  const [asFormula, setAsFormula] = useState(false)
  const names = variables(point)
  const shape = operandOf(rule)
  const other = like === undefined ? undefined : operandOf(like)
  const neighbour = other?.kind === 'name' ? names.find(({ path }) => path === other.path) : undefined
  const menu = (
    <Dropdown trigger={['click']} menu={{
      items: [{ key: 'name', label: t.chooseName }, { key: 'number', label: t.number }, { key: 'text', label: t.textValue }, { key: 'boolean', label: t.boolean }, { key: 'formula', label: t.formula }],
      onClick: ({ key }) => {
        setAsFormula(key === 'formula')
        if (key === 'name') onChange({ var: names[0]?.path ?? '' })
        if (key === 'number') onChange(0)
        if (key === 'text') onChange('')
        if (key === 'boolean') onChange(true)
      },
    }}>
      <Button size="small" type="text" className="ds-kind" icon={<DownOutlined />} aria-label={t.more} />
    </Dropdown>
  )
  if (asFormula || shape.kind === 'other') return <span className="ds-operand"><FormulaLine point={point} rule={rule} label={t.formula} onChange={onChange} />{menu}</span>
  switch (shape.kind) {
    case 'name':
      return <span className="ds-operand"><NameSelect point={point} path={shape.path} onChange={(path) => onChange({ var: path })} />{menu}</span>
    case 'number':
      return <span className="ds-operand ds-lit"><InputNumber controls={false} size="small" aria-label={t.number} value={shape.value} suffix={neighbour?.unit} onChange={(value) => onChange(value ?? 0)} />{menu}</span>
    case 'boolean':
      return <span className="ds-operand ds-lit"><Select size="small" suffixIcon={null} aria-label={t.boolean} value={shape.value} options={[{ value: true, label: t.yes }, { value: false, label: t.no }]} onChange={onChange} />{menu}</span>
    case 'text': {
      const options = neighbour?.type.kind === 'text' ? neighbour.type.options : undefined
      const own = pointOf(document, point)
      const titles = new Map((own && elementOf(document, own, neighbour?.path.replace(/^previous\./, '') ?? ''))?.oneOf?.map(({ const: id, title }) => [id, title]))
      return (
        <span className="ds-operand ds-lit">
          {options ? <Select size="small" aria-label={t.textValue} value={shape.value} options={options.map((value) => ({ value, label: titles.get(value) ?? value }))} onChange={onChange} popupMatchSelectWidth={false} />
            : <Text size="small" aria-label={t.textValue} value={shape.value} onText={(text) => onChange(text)} />}
          {menu}
        </span>
      )
    }
  }
}

/** A name, found by typing its title; what is not known any more is shown as it is stored. */
export function NameSelect({ point, path, onChange, only }: { point: string; path: string | undefined; onChange: (path: string) => void; only?: readonly string[] }) {
  const { t, variables } = useDesigner()
  const names = variables(point).filter(({ kind }) => !only || only.includes(kind))
  const kinds = [...new Set(names.map(({ kind }) => kind))]
  const known = names.find((name) => name.path === path)
  return (
    <Select size="small" suffixIcon={null} showSearch={{ optionFilterProp: 'search' }} className={`ds-name ds-name-${known?.kind ?? 'lost'}`} popupMatchSelectWidth={320} aria-label={t.operand} placeholder={t.operand}
      value={path === '' ? undefined : path} onChange={onChange} labelRender={() => <span title={path}>{known ? (known.kind === 'previous' ? `${t.kindsOf.previous}·${known.title}` : known.title) : path}</span>}
      options={kinds.map((kind) => ({
        label: t.kindsOf[kind],
        options: names.filter((name) => name.kind === kind).map((name) => ({ value: name.path, search: `${name.title} ${name.path}`, label: <span className="ds-option"><span>{name.title}</span><span>{name.unit ?? ''}</span></span> })),
      }))} />
  )
}
