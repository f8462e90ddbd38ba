import type { EntryDocument, Models } from './models.ts'
import type { Entry, Kind } from './port.ts'

export function entryOf({ _id, actor, name, unit, seq, kind, target, revision, at, action, detail, content, previous }: EntryDocument): Entry {
  return { seq, kind, target, ...(unit === null ? {} : { unit }), revision, at, by: { id: actor, name }, action, detail, content, previous, hash: _id }
}

/** The true entries of a document, oldest first: those reachable from its head. Others belong to writers that lost or died. */
export async function chainOf({ entries }: Models, kind: Kind, target: string, audit: string): Promise<EntryDocument[]> {
  const all = new Map((await entries.find({ kind, target }).lean<EntryDocument[]>()).map((entry) => [entry._id, entry]))
  const chain: EntryDocument[] = []
  for (let entry = all.get(audit); entry; entry = all.get(entry.previous)) {
    chain.push(entry)
    all.delete(entry._id)
  }
  return chain.reverse()
}

/** Leaves out entries that never became true, and marks those that did but were not marked. */
export async function settledOf(models: Models, found: readonly EntryDocument[]): Promise<EntryDocument[]> {
  const truths = new Set<string>()
  const pending = new Map(found.filter(({ settled }) => !settled).map(({ kind, target }) => [`${kind}/${target}`, { kind, target }]))
  for (const [key, { kind, target }] of pending) {
    const head = await models.heads.findById(key, { audit: 1 }).lean<{ audit: string } | null>()
    for (const { _id } of head ? await chainOf(models, kind, target, head.audit) : []) truths.add(_id)
  }
  const marked = found.filter(({ _id, settled }) => !settled && truths.has(_id)).map(({ _id }) => _id)
  if (marked.length) await models.entries.updateMany({ _id: { $in: marked } }, { $set: { settled: true } })
  return found.filter(({ _id, settled }) => settled || truths.has(_id))
}
