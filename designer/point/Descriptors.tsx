import { Input } from 'antd'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint, Rubric } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

/** The standard of each level in words. */
export function Descriptors({ point, onChange }: { point: EvaluationPoint; onChange: (patch: Partial<Rubric>, group?: string) => void }) {
  const { document, t } = useDesigner()
  const { rubric } = point
  const scale = document.scales[rubric.scale ?? '']
  return (
    <div className="ds-descriptors">
      {(scale?.levels ?? []).map((level) => (
        <div key={level.id}><LevelChip scale={scale} level={level.id} />
          <Input.TextArea size="small" autoSize={{ minRows: 1 }} aria-label={`${level.label} ${t.descriptor}`} placeholder={t.descriptor} value={rubric.descriptors?.[level.id] ?? ''}
            onChange={(event) => {
              const { [level.id]: _, ...others } = rubric.descriptors ?? {}
              const next = event.target.value === '' ? others : { ...others, [level.id]: event.target.value }
              onChange({ descriptors: Object.keys(next).length > 0 ? next : undefined }, `descriptor.${level.id}`)
            }} />
        </div>
      ))}
    </div>
  )
}
