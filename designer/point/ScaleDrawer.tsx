import { Button, Checkbox, Drawer, Input, InputNumber, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Level, Scale } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { freshName, replaceAt } from '../edits/list.ts'
import { setScale } from '../edits/parameters.ts'
import { merged } from '../edits/setNode.ts'

/** The levels of a scale, from the best down; every point that uses the scale follows. */
export function ScaleDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { document, edit, t, readOnly } = useDesigner()
  const scale = document.scales[id]
  if (!scale) return null
  const set = (patch: Partial<Scale>, group?: string): void => edit((old) => setScale(old, id, merged(old.scales[id] ?? scale, patch)), group === undefined ? undefined : `scale.${id}.${group}`)
  const setLevel = (index: number, patch: Partial<Level>, group?: string): void => set({ levels: replaceAt(scale.levels, index, merged(scale.levels[index] as Level, patch)) }, group === undefined ? undefined : `${index}.${group}`)
  return (
    <Drawer open onClose={onClose} title={scale.title} size={640}>
      <Input aria-label={t.title} value={scale.title} onChange={(event) => set({ title: event.target.value }, 'title')} />
      <table className="ds-table">
        <thead><tr><th>{t.mark}</th><th>{t.levelLabel}</th><th className="ds-num">{t.score}</th><th>{t.colour}</th><th>{t.passing}</th><th aria-label={t.remove} /></tr></thead>
        <tbody>
          {scale.levels.map((level, index) => (
            <tr key={level.id}>
              <td><Input size="small" className="ds-unit" maxLength={4} aria-label={t.mark} value={level.mark ?? ''} onChange={(event) => setLevel(index, { mark: event.target.value || undefined }, 'mark')} /></td>
              <td><Input size="small" maxLength={30} aria-label={t.levelLabel} value={level.label} onChange={(event) => { if (event.target.value !== '') setLevel(index, { label: event.target.value }, 'label') }} /></td>
              <td className="ds-num"><InputNumber size="small" aria-label={t.score} value={level.score ?? null} onChange={(score) => setLevel(index, { score: score ?? undefined }, 'score')} /></td>
              <td><Select size="small" aria-label={t.colour} popupMatchSelectWidth={false} value={level.colour ?? 'none'} options={Object.entries(t.colours).map(([value, label]) => ({ value, label }))} onChange={(colour) => setLevel(index, { colour: colour as NonNullable<Level['colour']> })} /></td>
              <td><Checkbox aria-label={t.passing} checked={level.passing === true} onChange={(event) => setLevel(index, { passing: event.target.checked })} /></td>
              <td>{readOnly || scale.levels.length < 2 ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${level.label} ${t.remove}`} onClick={() => set({ levels: scale.levels.toSpliced(index, 1) })} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {readOnly ? null : <Button size="small" type="link" icon={<PlusOutlined />} onClick={() => set({ levels: [...scale.levels, { id: freshName(scale.levels.map((one) => one.id), 'level'), label: t.level }] })}>{t.addLevel}</Button>}
    </Drawer>
  )
}
