import { InputNumber } from 'antd'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { Crumb } from '../Crumb.tsx'
import { setNode } from '../edits/setNode.ts'
import { LongText, Text } from '../Text.tsx'

/** Where the point hangs, its code, title and source text, each edited in place. */
export function Head({ point }: { point: EvaluationPoint }) {
  const { document, edit, t } = useDesigner()
  const set = (patch: Partial<EvaluationPoint>, group: string): void => edit((old) => setNode(old, point.id, patch), `${point.id}.${group}`)
  return (
    <header className="ds-head">
      <Crumb id={point.id} />
      <div className="ds-title">
        <Text variant="borderless" className="ds-code" aria-label={t.code} value={point.code} onText={(text) => set({ code: text }, 'code')} />
        <Text variant="borderless" className="ds-name-input" aria-label={t.title} value={point.title} onText={(text) => set({ title: text }, 'title')} />
        <span className="ds-quiet">{[point.rubric.template ?? t.methods[point.rubric.method], document.scales[point.rubric.scale ?? '']?.title].filter(Boolean).join(' · ')}</span>
        <label className="ds-inline">{t.weight}<InputNumber size="small" variant="borderless" controls={false} min={0} className="ds-dec" aria-label={t.weight} value={point.weight ?? 1} onChange={(weight) => { if (weight !== null) set({ weight }, 'weight') }} /></label>
      </div>
      <LongText variant="borderless" className="ds-req" aria-label={t.requirement} placeholder={t.requirement} autoSize={{ minRows: 1, maxRows: 8 }} value={point.requirement} onText={(text) => set({ requirement: text }, 'requirement')} />
    </header>
  )
}
