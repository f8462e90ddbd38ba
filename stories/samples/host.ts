import type { Answer, Evidence, Submission } from '../../schemas/index.ts'
import type { AnswerChange, SaveResult } from '../../runtime/index.ts'

/** A host that keeps everything in the page, for stories and tests: saves with revisions, conflicts, uploads with progress. */
export function pageHost(submission: Submission, options: { delay?: number; online?: () => boolean } = {}) {
  const answers: Record<string, Answer> = { ...submission.answers }
  let evidence = [...submission.evidence]
  let revision = submission.revision
  const saved: AnswerChange[][] = []
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, options.delay ?? 20))
  return {
    saved,
    answers,
    /** Somebody else's change. */
    intrude: (id: string, answer: Partial<Answer>): void => {
      const before = answers[id]
      answers[id] = { value: undefined, status: 'confirmed', source: 'district', ...before, ...answer, revision: (before?.revision ?? 0) + 1 }
    },
    onSave: async (changes: AnswerChange[]): Promise<SaveResult> => {
      await wait()
      if (options.online && !options.online()) throw new TypeError('Failed to fetch')
      saved.push(changes)
      const result: SaveResult = { revision: (revision += 1), answers: {}, conflicts: [] }
      for (const { id, base, ...change } of changes) {
        const before = answers[id]
        if ((before?.revision ?? 0) !== base) {
          if (before) result.conflicts.push({ id, current: before })
          continue
        }
        answers[id] = { status: 'confirmed', source: before?.source ?? 'district', ...(before?.official === undefined ? {} : { official: before.official }), ...change, by: '填报员', at: '2025-11-24T06:02:00Z', revision: base + 1 }
        result.answers[id] = answers[id]
      }
      return result
    },
    onUpload: async (file: File, requirement: string, onProgress: (sent: number, total: number) => void, signal: AbortSignal): Promise<Evidence> => {
      for (let step = 1; step <= 4; step += 1) {
        await wait()
        if (signal.aborted) throw new DOMException('aborted', 'AbortError')
        onProgress((file.size * step) / 4, file.size)
      }
      const added: Evidence = { id: `e${evidence.length + 1}`, name: file.name, type: 'pdf', bytes: file.size, sha256: 'b'.repeat(64), requirements: [requirement] }
      evidence = [...evidence, added]
      return added
    },
    onCite: (id: string, requirements: string[]): Promise<Evidence> => {
      const found = evidence.find((each) => each.id === id)
      if (!found) return Promise.reject(new Error(id))
      const next = { ...found, requirements }
      evidence = evidence.map((each) => (each.id === id ? next : each))
      return Promise.resolve(next)
    },
    onRemoveEvidence: (id: string): Promise<void> => {
      evidence = evidence.filter((each) => each.id !== id)
      return Promise.resolve()
    },
    onDownload: (id: string): string => `#${id}`,
    onSubmit: wait,
  }
}
