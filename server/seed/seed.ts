import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { civilDay, hash, isOver } from '../../engine/index.ts'
import type { Cycle, Framework, Unit } from '../../schemas/index.ts'
import { closeCycle } from '../cycle/close.ts'
import { openCycle } from '../cycle/open.ts'
import { deskOf } from '../desk.ts'
import { Refusal } from '../errors.ts'
import { publishEdition } from '../framework/publish.ts'
import type { User } from '../roles.ts'
import type { Actor, Store } from '../store/port.ts'
import { addDemoAccounts, demoAccounts, type DemoAccount } from './accounts.ts'
import { sampleOf } from './sample.ts'
import { shippedYear } from './shipped.ts'

const shipped = new URL('../../schemas/shanghai/', import.meta.url)
/** How often to look again when another process was there first. */
const patience = 60
const system: Actor = { id: 'system', name: '系统' }

/** Whether there is nothing here yet, or only what seeding left that was broken off: the administrator comes last. */
export async function isUnsown(store: Store): Promise<boolean> {
  return (await store.all<User>('user', 'all')).every(({ document: { demo, role } }) => demo && role !== 'city-admin')
}

/**
 * A first year to look at: the shipped framework, its cycles and demo accounts. Everything filled in is synthetic and marked so.
 * Goes on where it was broken off, and lets another process that seeds the same store do part of it.
 */
export async function seed(store: Store, now = new Date()): Promise<DemoAccount[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await sow(store, now)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 409 || tries === patience) throw error
      await new Promise((resolve) => { setTimeout(resolve, 500) })
    }
  }
}

async function sow(store: Store, now: Date): Promise<DemoAccount[]> {
  const at = now.toISOString()
  const framework = readShipped<Framework>('framework.json')
  const cycles = readdirSync(shipped).filter((name) => name.endsWith('.cycle.json')).map((name) => readShipped<Cycle>(name))
  const units: Unit[] = [...new Map(cycles.flatMap((cycle) => cycle.units).map((unit) => [unit.id, unit])).values()]
  const desk = deskOf(store)

  if (!(await desk.edition(framework.id, framework.edition))) await publishEdition(store, framework, hash(framework), '随产品提供的示例版次', system, at)
  const begun = async (cycle: Cycle) => (await desk.bench(cycle.id)) !== undefined
  const sample = await sampleOf(store, framework, at)
  for (const cycle of cycles) {
    const last = lastYear(cycle)
    const [before, year] = await Promise.all([shippedYear(store, last.id), shippedYear(store, cycle.id)])
    if (before) {
      if (!(await begun(last))) await openCycle(store, desk, last, system, at, (unit) => before.get(unit) ?? {})
      await closeCycle(store, last.id, system, at)
    }
    if (await begun(cycle)) continue
    const running = { ...current(cycle, now), ...(before ? { previous: last.id } : {}), synthetic: true }
    await openCycle(store, desk, running, system, at, (unit) => year?.get(unit) ?? sample(cycle, unit))
  }
  const accounts = demoAccounts(units)
  await addDemoAccounts(store, accounts, system, at)
  return accounts
}

/** The same task a year before, so that last year's figures stand beside this year's. */
function lastYear(cycle: Cycle): Cycle {
  const back = (text: string): string => text.replaceAll(String(cycle.year), String(cycle.year - 1))
  const { period, deadlines, ...rest } = cycle
  return {
    ...rest, id: back(cycle.id), title: back(cycle.title), year: cycle.year - 1, synthetic: true,
    ...(period ? { period: { from: back(period.from), to: back(period.to) } } : {}), ...(deadlines?.submission ? { deadlines: { submission: back(deadlines.submission) } } : {}),
  }
}

/** Deadlines that have passed since the files were written would leave nothing to try. */
function current(cycle: Cycle, now: Date): Cycle {
  if (!isOver(cycle.deadlines?.submission, now)) return cycle
  return { ...cycle, deadlines: { submission: civilDay(now, 21), review: civilDay(now, 52) } }
}

function readShipped<Document>(name: string): Document {
  const place = new URL(name, shipped)
  if (!existsSync(place)) throw new Error(`${place.pathname} is missing`)
  return JSON.parse(readFileSync(place, 'utf8')) as Document
}
