import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Submission } from '../../schemas/index.ts'
import type { Store } from '../store/port.ts'

const folder = new URL('../../schemas/shanghai/synthetic/', import.meta.url)

/** The shipped synthetic submissions of a cycle by unit, their evidence put into the store; nothing if none are shipped for it. */
export async function shippedYear(store: Store, cycle: string): Promise<Map<string, Partial<Submission>> | undefined> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^submissions-.*\.json$/.test(name)) : []
  const found = files.flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { submissions: Submission[] }).submissions).filter((one) => one.cycle === cycle)
  if (!found.length) return undefined
  const kept = await keepEvidence(store)
  return new Map(found.map((submission) => [submission.unit, { ...submission, evidence: submission.evidence.filter(({ sha256 }) => kept.has(sha256)) }]))
}

async function keepEvidence(store: Store): Promise<Set<string>> {
  const place = new URL('evidence/', folder)
  const names = existsSync(place) ? readdirSync(place) : []
  return new Set(await Promise.all(names.map(async (name) => (await store.blobs.put(createReadStream(new URL(name, place)))).sha256)))
}
