import { useContext, useState } from 'react'
import type { Evidence } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { HostContext, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { bytesWords } from './bytes.ts'

/** From how many files on one looks for a name. */
const many = 8

/** What this unit already uploaded, to be cited here as well. */
export function EvidenceLibrary({ point, onClose }: { point: string; onClose: () => void }) {
  const store = useStore()
  const host = useContext(HostContext)
  const t = useText()
  const all = useSlice('evidence', (each) => each.submission().evidence)
  const [error, setError] = useState<string>()
  const [wanted, setWanted] = useState('')
  const codes = ({ requirements }: Evidence): string => [...new Set(requirements.map((each) => store.point(each.split('/')[0] ?? '')?.code ?? ''))].filter(Boolean).join(t.listed)
  const shown = all.filter((file) => `${file.name} ${codes(file)}`.toLowerCase().includes(wanted.trim().toLowerCase()))
  const requirements = store.lens.document(point)?.evidence ?? []
  const cite = async (id: string, to: string): Promise<void> => {
    const file = all.find((each) => each.id === id)
    if (!file || !host.onCite) return
    try {
      setError(undefined)
      store.attach(await host.onCite(id, [...new Set([...file.requirements, `${point}/${to}`])]))
    } catch (failure) {
      setError((failure as { message?: string } | undefined)?.message ?? '')
    }
  }
  return (
    <div className="ys-library" role="group" aria-label={t.libraryTitle}>
      <p className="ys-row"><b>{t.libraryTitle}</b><span className="ys-grow" /><button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={t.close} onClick={onClose}><Icon name="close" /></button></p>
      {all.length ? null : <p className="ys-quiet">{t.libraryEmpty}</p>}
      {all.length > many ? <input className="ys-in" type="search" placeholder={t.searchFiles} aria-label={t.searchFiles} value={wanted} onChange={({ target }) => setWanted(target.value)} /> : null}
      {all.length && !shown.length ? <p className="ys-quiet">{fill(t.nothingFound, { text: wanted })}</p> : null}
      <ul>
        {shown.map((file) => (
          <li key={file.id}>
            <Icon name="file" tone="quiet" /><span className="ys-cut">{file.name}</span><span className="ys-quiet ys-small ys-nowrap">{bytesWords(file.bytes)} · {codes(file)}</span>
            <select className="ys-in ys-in-sm" aria-label={`${t.cite} ${file.name}`} value="" onChange={({ target }) => void cite(file.id, target.value)}>
              <option value="">{t.cite}…</option>
              {requirements.filter(({ accept }) => accept.includes(file.type)).map(({ id, title }) => <option key={id} value={id} disabled={file.requirements.includes(`${point}/${id}`)}>{title}{file.requirements.includes(`${point}/${id}`) ? ` (${t.cited})` : ''}</option>)}
            </select>
          </li>
        ))}
      </ul>
      {error === undefined ? null : <p className="ys-ferr">{error}</p>}
    </div>
  )
}
