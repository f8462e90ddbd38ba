import { useContext, useRef, useState } from 'react'
import type { Evidence, EvidenceRequirement } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { HostContext, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { acceptOf } from './bytes.ts'
import { UploadLine } from './EvidenceLines.tsx'
import { useUploads } from './uploads.ts'
import type { FieldState } from './useField.ts'

/** The files that speak for a correction or a dispute: chosen from what the unit has uploaded, or uploaded here to one of the point's requirements. */
export function ReasonEvidence({ field: { id, control, point, answer }, editable }: { field: FieldState; editable: boolean }) {
  const store = useStore()
  const host = useContext(HostContext)
  const t = useText()
  const all = useSlice('evidence', (each) => each.submission().evidence)
  const [open, setOpen] = useState(false)
  const chosen = answer?.evidence ?? []
  const { uploads, add } = useUploads(point, id)
  const picker = useRef<HTMLInputElement>(null)
  const target = useRef<EvidenceRequirement>(undefined)
  const requirements = store.lens.document(point)?.evidence ?? []
  const canUpload = editable && host.onUpload !== undefined && requirements.length > 0
  const files = all.filter((file) => chosen.includes(file.id))
  if (!files.length && (!editable || (!all.length && !canUpload))) return null
  const of = (requirement: string): Evidence[] => all.filter((file) => file.requirements.includes(`${point}/${requirement}`))
  const elsewhere = all.filter((file) => !requirements.some((each) => of(each.id).includes(file)))
  const codes = (file: Evidence): string => [...new Set(file.requirements.map((each) => store.point(each.split('/')[0] ?? '')?.code ?? ''))].filter(Boolean).join(t.listed)
  const choice = (file: Evidence) => (
    <li key={file.id}><label><input type="checkbox" checked={chosen.includes(file.id)} onChange={({ target: { checked } }) => store.cite(id, checked ? [...chosen, file.id] : chosen.filter((each) => each !== file.id))} /><span className="ys-cut">{file.name}</span><span className="ys-quiet ys-nowrap">{codes(file)}</span></label></li>
  )
  return (
    <div className="ys-speak">
      <p className="ys-row ys-wrap">
        <span className="ys-speak-name">{t.reasonEvidence}</span>
        {files.map((file) => (
          <span key={file.id} className="ys-speak-file"><Icon name="file" small tone="quiet" /><a className="ys-cut" href={host.onDownload?.(file.id)} target="_blank" rel="noreferrer">{file.name}</a>
            {editable ? <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(t.remove, { name: file.name })} onClick={() => store.cite(id, chosen.filter((each) => each !== file.id))}><Icon name="close" small /></button> : null}</span>
        ))}
        {editable ? <button type="button" className="ys-link ys-small" aria-expanded={open} aria-controls={`${control}-files`} onClick={() => setOpen(!open)}>{open ? t.close : t.reasonChoose}</button> : null}
      </p>
      {uploads.map((upload) => <UploadLine key={upload.key} upload={upload} />)}
      {open && editable ? (
        <div className="ys-speak-list" id={`${control}-files`} role="group" aria-label={t.reasonEvidence}>
          {requirements.map((requirement) => (
            <div key={requirement.id}>
              <p className="ys-row"><span className="ys-grow">{requirement.title}</span>{canUpload ? <button type="button" className="ys-link ys-small ys-nowrap" aria-label={fill(t.addTo, { title: requirement.title })} disabled={of(requirement.id).length >= (requirement.max ?? 10)} onClick={() => {
                target.current = requirement
                if (!picker.current) return
                picker.current.accept = acceptOf(requirement.accept)
                picker.current.click()
              }}>{t.upload}</button> : null}</p>
              <ul>{of(requirement.id).map(choice)}</ul>
            </div>
          ))}
          {elsewhere.length ? <div><p>{t.reasonElsewhere}</p><ul>{elsewhere.map(choice)}</ul></div> : null}
          <input ref={picker} type="file" className="ys-sr" tabIndex={-1} aria-label={t.browse} onChange={({ target: input }) => {
            const picked = [...(input.files ?? [])]
            input.value = ''
            if (target.current) add(picked, target.current)
          }} />
        </div>
      ) : null}
    </div>
  )
}
