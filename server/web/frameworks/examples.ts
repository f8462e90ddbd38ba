import type { Framework } from '../../../schemas/index.ts'

const files = import.meta.glob<string>('../../../schemas/*/framework.json', { query: '?url', import: 'default' })

/** The framework documents shipped with the product, read when asked for. */
export async function examples(): Promise<Framework[]> {
  const read = async (address: () => Promise<string>) => (await fetch(await address())).json() as Promise<Framework>
  return Promise.all(Object.values(files).map(read))
}
