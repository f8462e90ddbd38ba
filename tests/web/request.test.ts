// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => { vi.unstubAllGlobals(); vi.unstubAllEnvs() })

test('a page from before the upgrade speaks as what it was built for, and is told at the first answer', async () => {
  vi.stubEnv('VITE_API_VERSION', 'before')
  vi.resetModules()
  const { onOutdated, request } = await import('../../server/web/request.ts')
  const sent: (string | undefined)[] = []
  const outdated = vi.fn()
  onOutdated(outdated)
  const answers = ['before', 'now']
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Record<string, string> }) => {
    sent.push(headers['yardstick-api'])
    return Promise.resolve(new Response('{}', { headers: { 'yardstick-api': answers.shift() ?? 'now' } }))
  })
  await request('GET', '/session')
  expect(outdated).not.toHaveBeenCalled()
  await request('GET', '/session')
  expect(outdated).toHaveBeenCalledOnce()
  expect(sent).toEqual(['before', 'before'])
  vi.resetModules()
  const fresh = await import('../../server/web/request.ts')
  const told = vi.fn()
  fresh.onOutdated(told)
  await fresh.request('GET', '/session')
  expect(told).toHaveBeenCalledOnce()
})
