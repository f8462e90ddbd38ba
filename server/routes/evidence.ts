import { createHash, randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { withFiles } from '../../engine/index.ts'
import type { Evidence, Submission } from '../../schemas/index.ts'
import { labelOf } from './submissions.ts'
import { Refusal } from '../errors.ts'
import { mediaTypes, typeOfName, type FileType } from '../evidence/detect.ts'
import { inspect } from '../evidence/inspect.ts'
import { cleanName, dispositionOf } from '../evidence/name.ts'
import { demandQuota, keptElsewhere, keptHere } from '../evidence/quota.ts'
import { demandRoom, requirementOf } from '../evidence/requirement.ts'
import type { Bench } from '../desk.ts'
import type { SubmissionRecord } from '../records.ts'
import { district, everyone } from '../roles.ts'
import { route, sent, type Call, type Route } from '../route.ts'
import * as answers from '../schemas/answers.ts'
import * as requests from '../schemas/requests.ts'
import { demandWritable, isUnlocked } from '../submission/guard.ts'
import { progressOf } from '../submission/progress.ts'

const everyType: readonly FileType[] = ['pdf', 'docx', 'xlsx', 'jpg', 'png']
const usualLimit = 20_971_520
const mostFiles = 500

export const evidenceRoutes: Route[] = [
  route({
    method: 'POST', path: '/submissions/:id/evidence', summary: '上传一件佐证材料（请求体为文件本身）', roles: district, upload: true, status: 201, answer: answers.evidence,
    query: { name: { type: 'string', minLength: 1, maxLength: 1000 }, requirement: { type: 'string', pattern: '^[a-z]\\w{0,63}/[a-z]\\w{0,63}$' } },
    async handle(call: Call) {
      const { store, request, query, by, at, quota } = call
      const { id, bench, submission } = await writable(call)
      const name = cleanName(query['name'] ?? '')
      const path = query['requirement']
      const requirement = path === undefined ? undefined : requirementOf(bench, submission, path)
      const accept = requirement?.accept ?? everyType
      if (!typeOfName(name) || !accept.includes(typeOfName(name) as FileType)) throw new Refusal('TYPE_NOT_ALLOWED', { accept: [...accept] })
      const limit = requirement?.maxBytes ?? usualLimit
      const announced = Number(request.headers['content-length'] ?? 0)
      if (announced > limit) throw new Refusal('FILE_TOO_LARGE', { limit })
      const elsewhere = await keptElsewhere(store, submission)
      demandQuota(elsewhere + keptHere(submission), announced, quota)
      const { stream, type, failure } = inspect(name, limit, accept)
      request.once('aborted', () => stream.destroy(new Refusal('BAD_REQUEST')))
      request.pipe(stream)
      const { sha256, bytes } = await store.blobs.put(stream).catch((error: unknown) => { throw failure() ?? error })
      return edit(call, id, bench, (now) => {
        if (path !== undefined && requirement) requirementOf(bench, now, path)
        const same = now.evidence.find((one) => one.sha256 === sha256)
        if (same) {
          if (path === undefined || same.requirements.includes(path)) return { answer: same }
          demandRoom(now, path, requirementOf(bench, now, path))
          const cited = { ...same, requirements: [...same.requirements, path] }
          return { answer: cited, evidence: now.evidence.map((one) => (one === same ? cited : one)), action: 'evidence.cited' }
        }
        if (now.evidence.length >= mostFiles) throw new Refusal('TOO_MANY_FILES', { max: mostFiles })
        if (path !== undefined && requirement) demandRoom(now, path, requirement)
        demandQuota(elsewhere + keptHere(now), bytes, quota)
        const added: Evidence = { id: randomUUID(), name, type: type(), bytes, sha256, requirements: path === undefined ? [] : [path], by: by.name, at: at.toISOString() }
        return { answer: added, evidence: [...now.evidence, added], action: 'evidence.added' }
      })
    },
  }),
  route({
    method: 'GET', path: '/submissions/:id/evidence/:evidence', summary: '下载一件佐证材料', roles: everyone,
    async handle({ store, desk, params, scope, response }: Call) {
      const { head } = await desk.openOnly(params['id'] ?? '', scope)
      const evidence = head.document.evidence.find(({ id }) => id === params['evidence'])
      if (!evidence) throw new Refusal('NOT_FOUND')
      const check = await store.blobs.open(evidence.sha256)
      const hash = createHash('sha256')
      if (check) for await (const chunk of check as AsyncIterable<Buffer>) hash.update(chunk)
      const whole = check && hash.digest('hex') === evidence.sha256 ? await store.blobs.open(evidence.sha256) : undefined
      if (!whole) throw new Refusal('EVIDENCE_CORRUPT', { evidence: evidence.id })
      response.set({
        'content-type': mediaTypes[evidence.type], 'content-length': String(evidence.bytes), 'content-disposition': dispositionOf(evidence.name),
        'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
      })
      await pipeline(whole, response)
      return sent
    },
  }),
  route<{ requirements: string[] }>({
    method: 'PATCH', path: '/submissions/:id/evidence/:evidence', summary: '一件材料用于哪些要求', roles: district, body: requests.cite, answer: answers.evidence,
    async handle(call) {
      const { id, bench } = await writable(call)
      return edit(call, id, bench, (now) => {
        const evidence = evidenceOf(now, call.params['evidence'])
        const wanted = [...new Set(call.body.requirements)]
        for (const path of [...wanted, ...evidence.requirements]) {
          if (wanted.includes(path) === evidence.requirements.includes(path)) continue
          const requirement = requirementOf(bench, now, path)
          if (!wanted.includes(path)) continue
          if (!requirement.accept.includes(evidence.type)) throw new Refusal('TYPE_NOT_ALLOWED', { accept: requirement.accept })
          if (evidence.bytes > (requirement.maxBytes ?? usualLimit)) throw new Refusal('FILE_TOO_LARGE', { limit: requirement.maxBytes ?? usualLimit })
          demandRoom(now, path, requirement, evidence.id)
        }
        const cited = { ...evidence, requirements: wanted }
        return { answer: cited, evidence: now.evidence.map((one) => (one.id === cited.id ? cited : one)), action: 'evidence.cited' }
      })
    },
  }),
  route({
    method: 'DELETE', path: '/submissions/:id/evidence/:evidence', summary: '删除一件佐证材料', roles: district,
    async handle(call: Call) {
      const { id, bench } = await writable(call)
      await edit(call, id, bench, (now) => {
        const evidence = evidenceOf(now, call.params['evidence'])
        const locked = evidence.requirements.filter((path) => !isUnlocked(now, path.split('/')[0] ?? ''))
        const answered = Object.entries(now.answers).filter(([, answer]) => answer.evidence?.includes(evidence.id)).map(([name]) => name)
        if (locked.length || answered.length) throw new Refusal('IN_USE', { requirements: locked, answers: answered })
        return { answer: evidence, evidence: now.evidence.filter((one) => one.id !== evidence.id), action: 'evidence.removed' }
      })
    },
  }),
]

async function writable({ desk, params, scope, at }: Pick<Call, 'desk' | 'params' | 'scope' | 'at'>): Promise<{ id: string; bench: Bench; submission: Submission }> {
  const { head, bench } = await desk.openOnly(params['id'] ?? '', scope)
  demandWritable(head.document, bench, at)
  return { id: head.id, bench, submission: head.document }
}

/** One change of the list of evidence, checked again on the version it is made on. */
function edit({ store, scope, by, at }: Pick<Call, 'store' | 'scope' | 'by' | 'at'>, id: string, bench: Bench, change: (now: Submission) => { answer: Evidence; evidence?: Evidence[]; action?: string }): Promise<Evidence> {
  return store.change<SubmissionRecord, Evidence>({ kind: 'submission', id, scope }, (head) => {
    if (!head) throw new Refusal('NOT_FOUND')
    demandWritable(head.document, bench, at)
    const { answer, evidence, action } = change(head.document)
    if (!evidence || !action) return { result: answer }
    const document: Submission = { ...withFiles(head.document, evidence), revision: head.revision + 1, updatedAt: at.toISOString() }
    const { name, sha256, requirements } = answer
    return {
      result: answer,
      next: { document, state: document.state, summary: progressOf(document, bench), by, at: at.toISOString(), action, detail: { label: labelOf(document, bench), evidence: answer.id, name, sha256, requirements } },
    }
  })
}

function evidenceOf(submission: Submission, id: string | undefined): Evidence {
  const found = submission.evidence.find((one) => one.id === id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
