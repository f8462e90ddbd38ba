import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'

export interface Watched { page: Page; problems: string[] }

/** A page that remembers what went wrong in it: policy violations, script errors, console errors other than a refused request. */
export async function watchedPage(browser: Browser, size = { width: 1440, height: 900 }): Promise<Watched> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(message.text())
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))
  })
  return { page, problems }
}

/** Signs in through the form. */
export async function signIn(page: Page, url: string, account: { name: string; password: string }): Promise<void> {
  await page.goto(url)
  await page.getByLabel('账号', { exact: true }).fill(account.name)
  await page.getByLabel('密码', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** No serious accessibility violation on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}
