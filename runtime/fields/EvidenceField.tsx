import { useContext, useRef, useState, type DragEvent } from 'react'
import { levelWords } from '../../engine/index.ts'
import type { EvidenceRequirement } from '../../schemas/index.ts'
import { HalfMark, Icon } from '../Icon.tsx'
import { HostContext, useEditable, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { levelIn } from '../verdict/levels.ts'
import { acceptOf, bytesWords, kindsWords } from './bytes.ts'
import { EvidenceLibrary } from './EvidenceLibrary.tsx'
import { EvidenceLine, UploadLine } from './EvidenceLines.tsx'
import { useUploads } from './uploads.ts'

/** The evidence of a point: requirements with their state, files, uploads in progress; drop on the point or on one requirement. */
export function EvidenceField({ point }: { point: string }) {
  const store = useStore()
  const host = useContext(HostContext)
  const t = useText()
  const requirements = store.lens.document(point)?.evidence ?? []
  useSlice('evidence', (each) => each.submission().evidence)
  const lacking = useSlice(`node:${point}`, (each) => each.node(point)?.issues.filter(({ code }) => code === 'evidence.missing').map(({ path }) => path).join(' ') ?? '').split(' ')
  const editable = useEditable(point) && host.onUpload !== undefined
  const { uploads, add } = useUploads(point)
  const [over, setOver] = useState<string>()
  const [library, setLibrary] = useState(false)
  const [choosing, setChoosing] = useState<File[]>()
  const picker = useRef<HTMLInputElement>(null)
  const target = useRef<EvidenceRequirement | undefined>(undefined)
  if (!requirements.length) return null
  const wanted = requirements.map((requirement) => ({ requirement, files: store.evidenceOf(point, requirement.id), missing: lacking.includes(`/evidence/${point}/${requirement.id}`) }))
  const needed = wanted.filter(({ requirement, files, missing }) => missing || ((requirement.min ?? 0) > 0 && (requirement.requiredIf === undefined || files.length > 0)))
  const have = needed.filter(({ missing }) => !missing).length
  const kinds = [...new Set(requirements.flatMap(({ accept }) => accept))]
  const largest = Math.max(...requirements.map(({ maxBytes = 20_971_520 }) => maxBytes))
  const anywhere = (files: File[]): void => {
    const [only] = requirements
    if (requirements.length === 1 && only) add(files, only)
    else if (files.length) setChoosing(files)
  }
  const drop = (event: DragEvent, requirement?: EvidenceRequirement): void => {
    event.preventDefault()
    event.stopPropagation()
    setOver(undefined)
    const files = [...event.dataTransfer.files]
    if (!editable) return
    if (requirement) add(files, requirement)
    else anywhere(files)
  }
  const drag = (event: DragEvent, key: string): void => {
    if (!editable || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setOver(key)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- files may be dropped anywhere here; the buttons do the same
    <section className="ys-evidence" aria-label={`${store.point(point)?.code} ${t.evidence}`} data-ys-evidence={point} onDragOver={(event) => drag(event, '')} onDragLeave={() => setOver(undefined)} onDrop={(event) => drop(event)}>
      <div className="ys-sech">
        <h3>{t.evidence}</h3>
        <span className="ys-quiet ys-small">{needed.length ? `${fill(t.evidenceDone, { have, need: needed.length })} · ` : ''}{kindsWords(kinds, t)}{t.comma}{fill(t.evidenceSize, { size: bytesWords(largest) })}</span><span className="ys-grow" />
        {editable && host.onCite ? <button type="button" className="ys-btn ys-btn-q ys-btn-sm" aria-expanded={library} onClick={() => setLibrary(!library)}>{t.reuse}</button> : null}
      </div>
      {library ? <EvidenceLibrary point={point} onClose={() => setLibrary(false)} /> : null}
      <ul className="ys-ev">
        {wanted.map(({ requirement, files, missing }) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
          <li key={requirement.id} data-ys-requirement={requirement.id} className={over === requirement.id ? 'ys-over' : undefined} onDragOver={(event) => drag(event, requirement.id)} onDrop={(event) => drop(event, requirement)}>
            <div className="ys-ev-head">
              <span className="ys-ev-mark">{missing ? <HalfMark /> : files.length ? <Icon name="check" tone="ok" /> : <Icon name="dot" tone="quiet" />}</span>
              <span className="ys-grow">{requirement.title}{requirement.description ? <small>{requirement.description}</small> : null}</span>
              <span className="ys-quiet ys-small ys-nowrap">{countWords(requirement, t)}</span>
              {editable ? <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(t.addTo, { title: requirement.title })} title={fill(t.addTo, { title: requirement.title })} disabled={files.length >= (requirement.max ?? 10)} onClick={() => {
                target.current = requirement
                picker.current?.click()
              }}><Icon name="plus" /></button> : null}
            </div>
            <ForLevels point={point} requirement={requirement} />
            {files.map((file) => <EvidenceLine key={file.id} file={file} point={point} requirement={requirement.id} editable={editable} />)}
            {uploads.filter((upload) => upload.requirement === requirement.id).map((upload) => <UploadLine key={upload.key} upload={upload} />)}
          </li>
        ))}
      </ul>
      {choosing ? (
        <div className="ys-choose" role="group" aria-label={t.which}>
          <p>{t.which} <span className="ys-quiet">{choosing.map(({ name }) => name).join(t.listed)}</span></p>
          <p className="ys-row ys-wrap">{requirements.map((requirement) => <button key={requirement.id} type="button" className="ys-btn ys-btn-sm" onClick={() => {
            add(choosing, requirement)
            setChoosing(undefined)
          }}>{requirement.title}</button>)}<button type="button" className="ys-btn ys-btn-q ys-btn-sm" onClick={() => setChoosing(undefined)}>{t.cancel}</button></p>
        </div>
      ) : null}
      {editable ? <p className={`ys-drop${over === '' ? ' ys-over' : ''}`}>{t.drop}<button type="button" className="ys-link" onClick={() => {
        target.current = undefined
        picker.current?.click()
      }}>{t.browse}</button></p> : null}
      <input ref={picker} type="file" className="ys-sr" multiple tabIndex={-1} aria-label={t.browse} accept={acceptOf(kinds)} onChange={({ target: input }) => {
        const files = [...(input.files ?? [])]
        input.value = ''
        if (target.current) add(files, target.current)
        else anywhere(files)
      }} />
    </section>
  )
}

function countWords({ min = 0, max, requiredIf }: EvidenceRequirement, t: ReturnType<typeof useText>): string {
  if (min === 0 || requiredIf !== undefined) return max === undefined ? t.ifAny : fill(t.upTo, { n: max })
  return max !== undefined && max > min ? fill(t.range, { min, max }) : fill(t.atLeast, { n: min })
}

function ForLevels({ point, requirement }: { point: string; requirement: EvidenceRequirement }) {
  const store = useStore()
  const t = useText()
  const scale = store.framework.scales[store.lens.document(point)?.rubric.scale ?? '']
  const levels = requirement.forLevels?.map((id) => levelIn(scale, id)).filter((level) => level !== undefined)
  return levels?.length ? <p className="ys-src ys-ev-line">{fill(t.forLevels, { levels: levels.map(levelWords).join(t.listed) })}</p> : null
}
