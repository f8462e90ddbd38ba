import { Button, Checkbox, Drawer, InputNumber, Select } from 'antd'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Level, Scale } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { freshName } from '../edits/list.ts'
import { setScale } from '../edits/parameters.ts'
import { merged } from '../edits/setNode.ts'
import { Text } from '../Text.tsx'

/** The levels of a scale, from the best down; every point that uses the scale follows. */
export function ScaleDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { document, edit, t, readOnly } = useDesigner()
  const scale = document.scales[id]
  if (!scale) return null
  const set = (patch: Partial<Scale>, group?: string): void => edit((old) => setScale(old, id, merged(old.scales[id] ?? scale, patch)), group === undefined ? undefined : `scale.${id}.${group}`)
  const setLevel = (index: number, patch: Partial<Level>, group?: string): void => edit((old) => setScale(old, id, { ...(old.scales[id] ?? scale), levels: (old.scales[id] ?? scale).levels.map((level, i) => (i === index ? merged(level, patch) : level)) }), group === undefined ? undefined : `scale.${id}.${index}.${group}`)
  return (
    <Drawer open onClose={onClose} title={scale.title} size={640}>
      <Text aria-label={t.title} value={scale.title} onText={(text) => set({ title: text }, 'title')} />
      <table className="ds-table">
        <thead><tr><th>{t.mark}</th><th>{t.levelLabel}</th><th className="ds-num">{t.score}</th><th>{t.colour}</th><th>{t.passing}</th><th aria-label={t.remove} /></tr></thead>
        <tbody>
          {scale.levels.map((level, index) => (
            <tr key={level.id}>
              <td><Text size="small" className="ds-unit" maxLength={4} aria-label={t.mark} value={level.mark ?? ''} onText={(text) => setLevel(index, { mark: text || undefined }, 'mark')} /></td>
              <td><Text size="small" maxLength={30} aria-label={t.levelLabel} value={level.label} onText={(text) => { if (text !== '') setLevel(index, { label: text }, 'label') }} /></td>
              <td className="ds-num"><InputNumber controls={false} size="small" aria-label={t.score} value={level.score ?? null} onChange={(score) => setLevel(index, { score: score ?? undefined }, 'score')} /></td>
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
