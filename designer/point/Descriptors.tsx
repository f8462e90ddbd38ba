import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { LongText } from '../Text.tsx'
import type { SetRubric } from './setRubric.ts'

/** The standard of each level in words. */
export function Descriptors({ point, onChange }: { point: EvaluationPoint; onChange: SetRubric }) {
  const { document, t } = useDesigner()
  const { rubric } = point
  const scale = document.scales[rubric.scale ?? '']
  return (
    <div className="ds-descriptors">
      {(scale?.levels ?? []).map((level) => (
        <div key={level.id}><LevelChip scale={scale} level={level.id} />
          <LongText size="small" autoSize={{ minRows: 1 }} aria-label={`${level.label} ${t.descriptor}`} placeholder={t.descriptor} value={rubric.descriptors?.[level.id] ?? ''}
            onText={(text) => onChange(({ descriptors = {} }) => {
              const { [level.id]: _, ...others } = descriptors
              const next = text === '' ? others : { ...others, [level.id]: text }
              return { descriptors: Object.keys(next).length > 0 ? next : undefined }
            }, `descriptor.${level.id}`)} />
        </div>
      ))}
    </div>
  )
}
