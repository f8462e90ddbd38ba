import { hash } from '../engine/index.ts'
import { Refusal } from './errors.ts'
import type { Call } from './route.ts'
import { factOf } from './store/seal.ts'
import type { Fact, Head, Kind, Next } from './store/port.ts'

type Decided<Document> = Omit<Next<Document>, 'operation' | 'by' | 'at'> & { answer: unknown }

/**
 * Changes a document once per operation id: the same request again gets the first answer, another request under the same id is refused.
 * The answer is kept as a fact, and the operation becomes true with the version it made.
 */
export async function operate<Document>(
  call: Call<{ operation: string }>, action: string, at: { kind: Kind; id: string }, decide: (head: Head<Document>) => Decided<Document>,
): Promise<unknown> {
  const { operation } = call.body
  const fingerprint = hash({ action, by: call.by.id, body: call.body })
  const answer = await call.store.change<Document, { fact: string; replayed: boolean }>({ ...at, scope: call.scope }, (head) => {
    if (!head) throw new Refusal('NOT_FOUND')
    const done = head.operations.find(({ id }) => id === operation)
    if (done) {
      if (done.fingerprint !== fingerprint) throw new Refusal('OPERATION_ID_REUSED')
      return { result: { fact: done.answer, replayed: true } }
    }
    const { answer: content, facts = [], ...next } = decide(head)
    const fact: Fact = factOf(content)
    return {
      result: { fact: fact.id, replayed: false },
      next: { ...next, facts: [...facts, fact], operation: { id: operation, fingerprint, answer: fact.id }, by: call.by, at: call.at.toISOString() },
    }
  })
  if (answer.replayed) call.response.setHeader('idempotency-replayed', 'true')
  const body = await call.store.fact(answer.fact)
  if (body === undefined) throw new Error('the answer of an operation is gone')
  return JSON.parse(body) as unknown
}
