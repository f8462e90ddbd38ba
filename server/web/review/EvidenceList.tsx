import { api } from '../api.ts'
import { bytes } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import type { EvaluationPoint } from '../../../schemas/index.ts'
import type { Reading } from './reading.ts'
import { text } from './text.ts'

/** Each requirement with what was uploaded for it. */
export function EvidenceList({ reading, point }: { reading: Reading; point: EvaluationPoint }) {
  const t = useText(text)
  const { submission } = reading
  const requirements = point.evidence ?? []
  return (
    <section>
      <h3>{t.evidence}</h3>
      {requirements.length ? null : <p className="third medium">{t.noRequirement}</p>}
      <ul className="review-evidence">
        {requirements.map((requirement) => {
          const files = submission.evidence.filter(({ requirements: cited }) => cited.includes(`${point.id}/${requirement.id}`))
          const short = files.length < (requirement.min ?? 0)
          return (
            <li key={requirement.id}>
              <p className="row"><Icon name={short ? 'warn' : files.length ? 'check' : 'ring'} className={`icon-12 ${short ? 'is-warn' : files.length ? 'is-ok' : 'third'}`} /><span className="grow">{requirement.title}</span><span className="third small">{requirement.min ? t.needed(files.length, requirement.min) : files.length}</span></p>
              {files.map((file) => (
                <div key={file.id}>
                  <p className="row review-file"><Icon name="file" className="third" /><a className="cut" href={api.evidenceUrl(submission.id, file.id)} download={file.name}>{file.name}</a><span className="third small nowrap">{bytes(file.bytes)}</span></p>
                  {file.type === 'jpg' || file.type === 'png' ? <img className="review-picture" loading="lazy" src={api.evidenceUrl(submission.id, file.id)} alt={file.name} /> : null}
                </div>
              ))}
              {files.length ? null : <p className="third small review-file">{t.noEvidence}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
