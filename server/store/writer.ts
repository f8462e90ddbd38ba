import type { Database } from './database.ts'

interface Job { run: () => void; settle: () => void; fail: (error: unknown) => void }

/** One writer, group commit: everything asked for while the last transaction was on its way to the disk shares the next one. */
export function writerOf(database: Database): { write: <Result>(work: () => Result) => Promise<Result>; drained: () => Promise<void> } {
  let waiting: Job[] = []
  let planned = false

  const flush = () => {
    planned = false
    const jobs = waiting
    waiting = []
    attempt(jobs)
  }
  const attempt = (jobs: Job[]) => {
    try {
      database.exec('BEGIN IMMEDIATE')
      for (const job of jobs) job.run()
      database.exec('COMMIT')
    } catch (error) {
      undo()
      if (jobs.length === 1) jobs[0]?.fail(error)
      else for (const job of jobs) attempt([job])
      return
    }
    for (const job of jobs) job.settle()
  }
  /** A disk that failed the commit may fail this too; the next transaction will tell. */
  const undo = () => {
    try {
      if (database.isTransaction) database.exec('ROLLBACK')
    } catch {}
  }
  const write = <Result>(work: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      let outcome: { value: Result } | undefined
      waiting.push({ run: () => { outcome = { value: work() } }, settle: () => resolve((outcome as { value: Result }).value), fail: reject })
      if (!planned) setImmediate(flush)
      planned = true
    })
  return { write, drained: async () => { while (planned) await new Promise(setImmediate) } }
}
