import { expect, test } from 'vitest'
import type { User } from '../../server/roles.ts'
import { isUnsown, seed } from '../../server/seed/seed.ts'
import type { Store } from '../../server/store/port.ts'
import { openAny } from './store/stores.ts'

test('seeding that was broken off goes on where it was, ends once the administrator has an account, and may be done by two at once', async () => {
  const { store, end } = await openAny()
  const whole = { ...store }
  const breakAt = (nth: number) => {
    let count = 0
    store.change = (at, edit) => (at.kind !== 'submission' && ++count === nth ? Promise.reject(new Error('killed')) : whole.change(at, edit))
  }
  for (const nth of [2, 3, 8]) {
    breakAt(nth)
    await expect(seed(store)).rejects.toThrow('killed')
    expect(await isUnsown(store)).toBe(true)
  }
  Object.assign(store, whole)
  const accounts = await seed(store)
  expect(await isUnsown(store)).toBe(false)
  expect((await store.all<User>('user', 'all')).map(({ id }) => id).toSorted()).toEqual(accounts.map(({ name }) => name).toSorted())
  const straight = await openAny()
  await Promise.all([seed(straight.store), seed(straight.store)])
  const cyclesOf = async (one: Store) => (await one.list('cycle', 'all')).map(({ id, state }) => `${id} ${state}`).toSorted()
  expect(await cyclesOf(store)).toEqual(await cyclesOf(straight.store))
  await straight.end()
  await end()
}, 60_000)
