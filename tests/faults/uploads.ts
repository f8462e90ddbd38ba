import { createHash, randomUUID } from 'node:crypto'
import type { Evidence, Submission } from '../../schemas/index.ts'
import { send, session } from './client.ts'

/** Somebody who attaches one small file after the other to a form. */
export interface Clerk { cookie: string; id: string; files: Map<string, string> }

export async function clerk({ name, id }: { name: string; id: string }): Promise<Clerk> {
  return { cookie: await session(name), id, files: new Map() }
}

/** Each file is another, until the time is up, the server is gone or the form is full. */
export async function upload(one: Clerk, end: number): Promise<void> {
  while (Date.now() < end) {
    const file = Buffer.from(`%PDF-1.4\n% ${randomUUID()}\n${'x'.repeat(20_000)}\n%%EOF\n`)
    const answer = await send('POST', `/api/v1/submissions/${one.id}/evidence?name=a.pdf`, one.cookie, file).catch(() => undefined)
    if (!answer) return
    if (answer.status === 409 || answer.status === 422) return
    if (answer.status !== 201) throw new Error(`an upload answered ${answer.status} ${JSON.stringify(answer.body)}`)
    one.files.set((answer.body as Evidence).id, createHash('sha256').update(file).digest('hex'))
  }
}

/** How many acknowledged files are gone, and how many entries of the form have no bytes, or other bytes. */
export async function missing({ cookie, id, files }: Clerk): Promise<number> {
  const { submission } = (await send('GET', `/api/v1/submissions/${id}`, cookie)).body as { submission: Submission }
  let lost = 0
  for (const file of files.keys()) if (!submission.evidence.some((each) => each.id === file)) lost++
  for (const { id: file, sha256 } of submission.evidence) {
    const { status, bytes } = await send('GET', `/api/v1/submissions/${id}/evidence/${file}`, cookie)
    if (status !== 200 || createHash('sha256').update(bytes).digest('hex') !== sha256) lost++
  }
  return lost
}
