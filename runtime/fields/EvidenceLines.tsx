import { useContext, useState } from 'react'
import type { Evidence } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import type { Upload } from '../store/contract.ts'
import { HostContext, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { bytesWords } from './bytes.ts'

/** A file where it is cited; taking it away elsewhere keeps it. */
export function EvidenceLine({ file, point, requirement, editable }: { file: Evidence; point: string; requirement: string; editable: boolean }) {
  const store = useStore()
  const host = useContext(HostContext)
  const t = useText()
  const [error, setError] = useState<string>()
  const others = [...new Set(file.requirements.map((each) => each.split('/')[0] ?? '').filter((each) => each !== point))].map((each) => store.point(each)?.code ?? each)
  const url = host.onDownload?.(file.id)
  const remove = async (): Promise<void> => {
    const rest = file.requirements.filter((each) => each !== `${point}/${requirement}`)
    try {
      if (rest.length && host.onCite) store.attach(await host.onCite(file.id, rest))
      else {
        await host.onRemoveEvidence?.(file.id)
        store.detach(file.id)
      }
    } catch (failure) {
      setError((failure as { message?: string } | undefined)?.message ?? '')
    }
  }
  return (
    <>
      <div className="ys-ev-line ys-ev-file">
        <Icon name="file" tone="quiet" />
        {url ? <a href={url} target="_blank" rel="noreferrer" download={file.name} className="ys-cut">{file.name}</a> : <span className="ys-cut">{file.name}</span>}
        <span className="ys-quiet ys-small ys-nowrap">{bytesWords(file.bytes)}</span>
        {others.length ? <span className="ys-quiet ys-small ys-nowrap">{fill(t.alsoCited, { codes: others.join(t.listed) })}</span> : null}
        {error === undefined ? null : <span className="ys-ferr">{error}</span>}
        {editable ? <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(t.remove, { name: file.name })} onClick={() => void remove()}><Icon name="close" /></button> : null}
      </div>
      {url && (file.type === 'jpg' || file.type === 'png') ? <img className="ys-ev-picture" loading="lazy" src={url} alt={file.name} /> : null}
    </>
  )
}

/** A file on its way, or what is wrong with it. */
export function UploadLine({ upload: { file, sent, error, hopeless, cancel, retry } }: { upload: Upload }) {
  const t = useText()
  const percent = file.size ? Math.min(100, Math.floor((sent / file.size) * 100)) : 0
  return (
    <div className={`ys-ev-line ys-ev-file${error === undefined ? '' : ' ys-ev-bad'}`}>
      <Icon name="file" tone={error === undefined ? 'quiet' : 'error'} />
      <span className="ys-cut">{file.name}</span>
      {error === undefined ? (
        <>
          <span className="ys-bar" role="progressbar" aria-label={file.name} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}><i style={{ width: `${percent}%` }} /></span>
          <span className="ys-quiet ys-small ys-nowrap">{fill(t.uploading, { percent, sent: bytesWords(sent), total: bytesWords(file.size) })}</span>
        </>
      ) : <span className="ys-ferr" role="alert">{error}</span>}
      {error === undefined || hopeless ? null : <button type="button" className="ys-btn ys-btn-q ys-btn-sm" onClick={retry}>{t.retry}</button>}
      <button type="button" className="ys-btn ys-btn-q ys-btn-i" aria-label={fill(error === undefined ? t.cancelUpload : t.remove, { name: file.name })} onClick={cancel}><Icon name="close" /></button>
    </div>
  )
}
