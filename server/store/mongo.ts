import type { Store } from './port.ts'

export async function openMongo(_: string): Promise<Store> {
  throw new Error('not yet')
}
