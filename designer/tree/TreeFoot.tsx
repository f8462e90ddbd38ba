import { Button, Dropdown, InputNumber } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useDesigner } from '../context.ts'
import { addIndicator, addPoint } from '../edits/addNode.ts'
import { weighAll } from '../edits/several.ts'
import type { Framework } from '../../schemas/index.ts'

interface Props { parent: string | undefined; sum: number; picked: readonly string[]; onAdd: (make: (old: Framework) => { document: Framework; id: string }, parent?: string) => void; onRemove: () => void }

/** Below the tree: what can be added here and the weights' sum, or what can be done with the lines chosen together. */
export function TreeFoot({ parent, sum, picked, onAdd, onRemove }: Props) {
  const { edit, t, readOnly } = useDesigner()
  if (picked.length > 0 && !readOnly) {
    return (
      <div className="ds-tree-foot ds-picked-foot" role="group" aria-label={t.picked(picked.length)}>
        <span>{t.picked(picked.length)}</span>
        <label>{t.weight} <InputNumber key={picked.join()} size="small" controls={false} min={0} aria-label={t.weightOfPicked} onChange={(weight) => { if (typeof weight === 'number') edit((old) => weighAll(old, picked, weight), `${picked.join()}.weight`) }} /></label>
        <Button size="small" type="text" danger icon={<DeleteOutlined />} onClick={onRemove}>{t.remove}</Button>
      </div>
    )
  }
  return (
    <div className="ds-tree-foot">
      {readOnly ? null : (
        <Dropdown trigger={['click']} menu={{ items: [
          { key: 'top', label: t.addIndicator, onClick: () => onAdd((old) => addIndicator(old, undefined, t.newIndicator)) },
          ...(parent === undefined ? [] : [{ key: 'below', label: t.addChild, onClick: () => onAdd((old) => addIndicator(old, parent, t.newIndicator), parent) }, { key: 'point', label: t.addPoint, onClick: () => onAdd((old) => addPoint(old, parent, t.newPoint), parent) }]),
        ] }}><Button size="small" type="link" icon={<PlusOutlined />}>{t.addIndicator}</Button></Dropdown>
      )}
      <span>{t.sum} <b>{Number(sum.toFixed(6))}</b></span>
    </div>
  )
}
