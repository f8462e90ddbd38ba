import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, Cycle, Framework, Submission } from '../../schemas/index.ts'
import { fieldsOf, pointsOf } from '../../server/fields.ts'
import { launch, send, session } from './client.ts'
import { clerk, missing, upload, type Clerk } from './uploads.ts'

/** The real server under a storm of autosaves, decisions and uploads, killed without warning, started again; whatever was answered must be there. */
const rounds = Number(process.env['ROUNDS'] ?? 5)
const clients = Number(process.env['CLIENTS'] ?? 16)
const storm = 2500

interface Client { cookie: string; id: string; fields: string[]; acknowledged: Map<string, { revision: number; value: unknown }>; base: Map<string, number>; saves: number }
interface Office { cookie: string; id: string; points: string[]; last: { operation: string; answer: string } | undefined; decisions: number }
interface Saved { answers: Record<string, Answer>; conflicts: { id: string; current: Answer }[] }

const data = mkdtempSync(join(tmpdir(), 'yardstick-faults-'))
const totals = { acknowledged: 0, found: 0, lost: 0 }
let slowest = 0
let server = await launch(data)
process.on('exit', () => server.kill('SIGKILL'))
const drafts = await draftUnits()
const crew = await Promise.all(drafts.map(signIn))
const clerks: Clerk[] = await Promise.all(drafts.slice(0, 2).map(clerk))
const office = await officeOf()
try {
  for (let round = 1; round <= rounds; round++) {
    const before = crew.reduce((sum, { saves }) => sum + saves, 0)
    const end = Date.now() + storm * (0.6 + Math.random() * 0.8)
    const uploaded = clerks.reduce((sum, one) => sum + one.files.size, 0)
    const decided = office.reduce((sum, { decisions }) => sum + decisions, 0)
    const running = [...crew.map((client) => write(client, end + 10_000)), ...office.map((one) => decide(one, end + 10_000)), ...clerks.map((one) => upload(one, end + 10_000))]
    await new Promise((resolve) => { setTimeout(resolve, end - Date.now()) })
    server.kill('SIGKILL')
    await new Promise((resolve) => { server.once('exit', resolve) })
    await Promise.all(running)
    const idle = clerks.filter(({ files }) => files.size === 0).length
    if (idle) throw new Error(`${idle} of ${clerks.length} who attach files had none acknowledged: nothing was tried`)
    const began = Date.now()
    server = await launch(data)
    slowest = Math.max(slowest, Date.now() - began)
    const checked = await Promise.all(crew.map(check))
    const sums = checked.reduce((sum, one) => ({ acknowledged: sum.acknowledged + one.acknowledged, found: sum.found + one.found }), { acknowledged: 0, found: 0 })
    const saves = crew.reduce((sum, client) => sum + client.saves, 0) - before
    const decisions = office.reduce((sum, one) => sum + one.decisions, 0) - decided
    const gone = (await Promise.all(office.map(isGone))).filter(Boolean).length
    const files = clerks.reduce((sum, one) => sum + one.files.size, 0) - uploaded
    const bare = (await Promise.all(clerks.map(missing))).reduce((sum, lost) => sum + lost, 0)
    totals.acknowledged += saves + decisions + files
    totals.lost += sums.acknowledged - sums.found + gone + bare
    console.log(`round ${round}: ${saves} saves acknowledged, ${sums.found} of ${sums.acknowledged} values at their acknowledged revision or later, ${decisions} decisions, the last of each answered again as before: ${office.length - gone} of ${office.length}, ${files} files acknowledged, ${bare} lost or without bytes, restart ${Date.now() - began} ms`)
  }
  const verified = await audit()
  if (!verified) totals.lost++
  console.log(`audit chains ${verified ? 'whole' : 'BROKEN'}; slowest restart ${slowest} ms`)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => { server.once('exit', resolve) })
  rmSync(data, { recursive: true, force: true })
}
totals.found = totals.acknowledged - totals.lost
console.log(`acknowledged ${totals.acknowledged} found ${totals.found} lost ${totals.lost}`)
process.exit(totals.lost === 0 ? 0 : 1)

/** Accounts of units with an open draft, as many as there are clients; several may share a form and so collide on purpose. */
async function draftUnits(): Promise<{ name: string; id: string }[]> {
  const cookie = await session('admin')
  const { items } = (await send('GET', '/api/v1/submissions', cookie)).body as { items: { id: string; unit: { id: string }; state: string; cycle: string }[] }
  const cycles = ((await send('GET', '/api/v1/cycles', cookie)).body as { items: { cycle: { id: string }; state: string }[] }).items.filter(({ state }) => state === 'open').map(({ cycle }) => cycle.id)
  const drafts = items.filter(({ state, cycle }) => state === 'draft' && cycles.includes(cycle))
  return Array.from({ length: clients }, (_, index) => {
    const draft = drafts[index % drafts.length]
    if (!draft) throw new Error('no draft to fill in')
    return { name: `${draft.unit.id}-filler`, id: draft.id }
  })
}

async function signIn({ name, id }: { name: string; id: string }, index: number): Promise<Client> {
  const cookie = await session(name)
  const { submission, framework, cycle } = (await send('GET', `/api/v1/submissions/${id}`, cookie)).body as { submission: Submission; framework: Framework; cycle: Cycle }
  const numbers = [...fieldsOf(framework, pointsOf(framework, cycle.profile)).values()]
    .filter(({ id: field, element }) => submission.answers[field]?.official === undefined && (element.type === 'number' || element.type === 'integer')).map(({ id: field }) => field)
  const fields = numbers.filter((_, place) => place % 2 === Math.floor(index / 2) % 2)
  return { cookie, id, fields: fields.length ? fields : numbers, acknowledged: new Map(), base: new Map(numbers.map((field) => [field, submission.answers[field]?.revision ?? 0])), saves: 0 }
}

async function write(client: Client, end: number): Promise<void> {
  for (let turn = 0; Date.now() < end; turn++) {
    const field = client.fields[turn % client.fields.length] ?? ''
    const value = Math.floor(Math.random() * 1e6)
    const answer = await send('PATCH', `/api/v1/submissions/${client.id}`, client.cookie, { changes: [{ id: field, base: client.base.get(field) ?? 0, value }] }).catch(() => undefined)
    if (!answer) return
    if (answer.status !== 200) throw new Error(`save answered ${answer.status} ${JSON.stringify(answer.body)}`)
    const { answers, conflicts } = answer.body as Saved
    for (const [id, { revision, value: kept }] of Object.entries(answers)) {
      client.acknowledged.set(id, { revision, value: kept })
      client.base.set(id, revision)
      client.saves++
    }
    for (const { id, current } of conflicts) client.base.set(id, current.revision)
  }
}

/** Two of the office, each accepting points of a submitted form, one after the other, again and again. */
async function officeOf(): Promise<Office[]> {
  const cookie = await session('editor')
  const { items } = (await send('GET', '/api/v1/submissions', cookie)).body as { items: { id: string; state: string }[] }
  return Promise.all(items.filter(({ state }) => state === 'submitted').slice(0, 2).map(async ({ id }) => {
    const { framework, cycle } = (await send('GET', `/api/v1/submissions/${id}`, cookie)).body as { framework: Framework; cycle: Cycle }
    return { cookie, id, points: pointsOf(framework, cycle.profile).map((point) => point.id), last: undefined, decisions: 0 }
  }))
}

async function decide(one: Office, end: number): Promise<void> {
  for (let turn = 0; Date.now() < end; turn++) {
    const operation = randomUUID()
    const answer = await accept(one, operation, turn).catch(() => undefined)
    if (!answer) return
    if (answer.status !== 200) throw new Error(`a decision answered ${answer.status} ${JSON.stringify(answer.body)}`)
    one.last = { operation: `${operation} ${turn}`, answer: JSON.stringify(answer.body) }
    one.decisions++
  }
}

function accept({ cookie, id, points }: Office, operation: string, turn: number): ReturnType<typeof send> {
  return send('POST', `/api/v1/submissions/${id}/accept`, cookie, { operation, points: [points[turn % points.length]] })
}

/** An acknowledged decision sent again must be answered as the first time: its outcome, its entry and its answer are there together. */
async function isGone(one: Office): Promise<boolean> {
  if (!one.last) return false
  const [operation = '', turn] = one.last.operation.split(' ')
  const again = await accept(one, operation, Number(turn))
  const gone = JSON.stringify(again.body) !== one.last.answer
  if (gone) console.log(`LOST decision ${operation} on ${one.id}: answered ${again.status}`)
  return gone
}

/** A value counts as found at its acknowledged revision with its content, or at a later one another client wrote. */
async function check(client: Client): Promise<{ acknowledged: number; found: number }> {
  const { submission } = (await send('GET', `/api/v1/submissions/${client.id}`, client.cookie)).body as { submission: Submission }
  let found = 0
  for (const [id, { revision, value }] of client.acknowledged) {
    const now = submission.answers[id]
    if (now && (now.revision > revision || (now.revision === revision && now.value === value))) found++
    else console.log(`LOST ${client.id} ${id}: acknowledged revision ${revision}, found ${now?.revision ?? 'none'}`)
  }
  for (const id of client.base.keys()) client.base.set(id, submission.answers[id]?.revision ?? 0)
  return { acknowledged: client.acknowledged.size, found }
}

async function audit(): Promise<boolean> {
  const { body } = await send('GET', '/api/v1/audit/verify', await session('admin'))
  return (body as { ok: boolean }).ok
}
