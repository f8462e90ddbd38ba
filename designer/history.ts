/** The documents one can go back and forth between; undo is the old document itself. */
export interface History<T> { past: readonly T[]; present: T; future: readonly T[]; group: string | undefined }

const limit = 200

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], group: undefined })

/**
 * Goes on to a new document. Edits of one `group` in a row (typing in one box) are undone together; a document that is the
 * same object changes nothing.
 */
export function advance<T>(history: History<T>, present: T, group?: string): History<T> {
  if (present === history.present) return history
  if (group !== undefined && group === history.group) return { ...history, present, future: [] }
  return { past: [...history.past.slice(-limit + 1), history.present], present, future: [], group }
}

export function undo<T>(history: History<T>): History<T> {
  const present = history.past.at(-1)
  return present === undefined ? history : { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], group: undefined }
}

export function redo<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future
  return present === undefined ? history : { past: [...history.past, history.present], present, future, group: undefined }
}
