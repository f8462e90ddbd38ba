import { useCallback, useContext } from 'react'
import type { EvidenceRequirement } from '../../schemas/index.ts'
import type { Upload } from '../store/contract.ts'
import { HostContext, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { bytesWords, kindOfFile, kindsWords, kindWords } from './bytes.ts'

let keys = 0

/** Uploads of a point, or of one answer's evidence there: checked here first, sent with progress in bytes, attached when stored. */
export function useUploads(point: string, field?: string): { uploads: readonly Upload[]; add: (files: Iterable<File>, requirement: EvidenceRequirement) => void } {
  const store = useStore()
  const { onUpload } = useContext(HostContext)
  const t = useText()
  const uploads = useSlice('uploads', (each) => each.uploads).filter((each) => each.point === point && each.field === field)

  const add = useCallback((files: Iterable<File>, requirement: EvidenceRequirement): void => {
    for (const file of files) {
      const key = (keys += 1)
      const change = (patch: Partial<Upload>): void => store.setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...patch } : each)))
      const gone = (): void => store.setUploads((all) => all.filter((each) => each.key !== key))
      const start = async (): Promise<void> => {
        const control = new AbortController()
        store.setUploads((all) => [...all.filter((each) => each.key !== key), {
          key, file, point, field, requirement: requirement.id, sent: 0,
          cancel: () => {
            control.abort()
            gone()
          },
          retry: () => {
            control.abort()
            void start()
          },
        }])
        try {
          const wrong = await refusal(file, requirement, t)
          if (wrong) return change({ error: wrong, hopeless: true })
          if (!onUpload) return gone()
          if (!navigator.onLine) {
            window.addEventListener('online', () => void start(), { once: true, signal: control.signal })
            return change({ error: t.offlineUpload })
          }
          const evidence = await onUpload(file, `${point}/${requirement.id}`, (sent) => change({ sent }), control.signal)
          store.attach(evidence)
          if (field !== undefined) store.cite(field, [...(store.answer(field)?.evidence ?? []), evidence.id])
          gone()
        } catch (error) {
          if (control.signal.aborted) gone()
          else change({ error: fill(t.uploadFailed, { why: error instanceof Error ? error.message : ((error as { message?: string } | undefined)?.message ?? '') }) })
        }
      }
      void start()
    }
  }, [onUpload, point, field, store, t])
  return { uploads, add }
}

/** Why a file may not be sent, in words; the server checks again. */
async function refusal(file: File, { accept, maxBytes = 20_971_520 }: EvidenceRequirement, t: ReturnType<typeof useText>): Promise<string | undefined> {
  if (file.size === 0) return t.emptyFile
  if (file.size > maxBytes) return fill(t.tooLarge, { size: bytesWords(file.size), limit: bytesWords(maxBytes) })
  const kind = await kindOfFile(file)
  if (!(accept as string[]).includes(kind === 'jpeg' ? 'jpg' : kind)) return fill(t.wrongType, { accept: kindsWords(accept, t), type: kindWords(kind, t) })
  return undefined
}
