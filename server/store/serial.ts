/** Runs work on the same key one after the other within this process, so that its own writers do not race each other. */
export function serial(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const run = (last.get(key) ?? Promise.resolve()).then(work, work)
    const settled = run.catch(() => undefined).then(() => { if (last.get(key) === settled) last.delete(key) })
    last.set(key, settled)
    return run
  }
}
