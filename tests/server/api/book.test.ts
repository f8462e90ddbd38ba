import { expect, test } from 'vitest'
import { framework } from './documents.ts'
import { run } from './server.ts'

test('the logic book is a page for the office, under the site’s policy', async () => {
  const server = await run()
  try {
    const path = `/frameworks/${framework.id}/editions/${framework.edition}/book`
    const { status, headers, bytes } = await (await server.as('city-editor')).call('GET', path)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^text\/html/)
    const page = bytes.toString('utf8')
    const nonce = /style-src 'self' 'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))?.[1]
    expect(page).toContain(`<style nonce="${nonce}">`)
    expect(page).toContain(framework.title)
    expect((await (await server.as('east-filler')).call('GET', path)).status).toBe(403)
    expect((await (await server.as('city-editor')).call('GET', `/frameworks/${framework.id}/editions/none/book`)).status).toBe(404)
  } finally {
    await server.end()
  }
})
