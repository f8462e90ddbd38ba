import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Framework } from '../../schemas/index.ts'
import { launch } from '../chromium.ts'
import { serveDesigner } from './designerPages.ts'
import { expectAccessible, watchedPage, type Watched } from './page.ts'

let browser: Browser
let host: { url: string; close: () => Promise<void> }
beforeAll(async () => {
  [browser, host] = await Promise.all([launch(), serveDesigner()])
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

declare global { interface Window { kept: { saved: Framework[]; published: string[]; theirs?: Framework; draft: Framework } } }

async function opened(size?: { width: number; height: number }): Promise<Watched & { page: Page }> {
  const watched = await watchedPage(browser, size)
  await watched.page.goto(`${host.url}/designer.html`)
  await watched.page.locator('[data-id=investment]').click()
  return watched
}
const bar = (page: Page, name: string | RegExp): Locator => page.locator('.ds-top').getByRole('button', { name })
const saved = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(window.kept.saved.at(-1) ?? null))

describe('the designer', () => {
  test('is readable by everyone, and fits a small screen', async () => {
    const { page, problems } = await opened()
    await expectAccessible(page)
    await page.getByRole('tab', { name: '追踪' }).click()
    for (const view of ['体系与要素', '对比', '发布']) {
      await bar(page, view).click()
      await expectAccessible(page)
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 768 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      }
    }
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('a formula is completed by name while typing at full speed, and read back in words', async () => {
    const { page, problems } = await opened()
    const anchor = page.locator('.ds-anchors [aria-current=true]')
    await page.locator('.ds-sections').evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await expect.poll(() => anchor.textContent()).toMatch(/^用例/)
    await page.locator('.ds-anchors').getByRole('button', { name: /^参数/ }).click()
    await page.waitForTimeout(100)
    expect(await anchor.textContent()).toMatch(/^参数/)
    await page.locator('.ds-sections').evaluate((box) => box.scrollTo(0, 0))
    await expect.poll(() => anchor.textContent()).toMatch(/^字段/)
    await page.getByRole('button', { name: '加计算' }).click()
    const calculation = page.locator('.ds-calc').last()
    const name = calculation.getByRole('textbox', { name: '名称' })
    await expect.poll(() => name.evaluate((box) => box === document.activeElement), { timeout: 10_000 }).toBe(true)
    await page.keyboard.type('两倍支出')
    const line = calculation.locator('textarea')
    await line.fill('')
    await line.pressSequentially('本年教')
    await page.getByRole('option', { name: /本年教育支出/ }).first().click()
    await line.press('End')
    await line.pressSequentially(' * 2')
    await calculation.locator('.ds-reading', { hasText: '本年教育支出 × 2' }).waitFor()
    await expect.poll(() => saved(page), { timeout: 10_000 }).toContain('{"*":[{"var":"budget"},2]}')
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('JSON that names nobody is found while typing; the problems panel goes there', async () => {
    const { page, problems } = await opened()
    const calculation = page.locator('.ds-calc').first()
    await calculation.getByRole('button', { name: /更多/ }).click()
    await page.getByRole('menuitem', { name: '按 JSON 编辑' }).click()
    await calculation.locator('.cm-content').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('{"+": [{"var": "nobody"}, 1]}')
    await page.locator('[data-id=use]').click()
    await bar(page, /检查 [1-9]/).click()
    await page.locator('.ds-problems').getByText('nobody').first().click()
    await page.locator('.ds-finding-error').first().waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') ?? '')).toContain('/calculations/')
    await expectAccessible(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('dragging moves a node; the end of a band moves its parameter', async () => {
    const { page, problems } = await opened()
    const order = (): Promise<string[]> => page.locator('[role=treeitem]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['id'] ?? ''))
    const before = await order()
    await page.locator('[data-id=use]').dragTo(page.locator('[data-id=investment]'), { targetPosition: { x: 60, y: 3 } })
    await expect.poll(async () => (await order()).indexOf('use')).toBe(before.indexOf('investment'))
    await page.keyboard.press('Control+z')
    await expect.poll(order).toEqual(before)
    await page.locator('[data-id=investment]').click()
    const handle = page.locator('.ds-handle').last()
    await handle.scrollIntoViewIfNeeded()
    const box = (await handle.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (JSON.parse(await saved(page)) as Framework | null)?.parameters['excellent']?.value ?? 0, { timeout: 10_000 }).toBeGreaterThan(5)
    const young = JSON.parse(await saved(page)) as Framework
    expect(young.indicators).toEqual(await page.evaluate(() => window.kept.draft.indicators))
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('two editors: both versions stand side by side and nothing is lost', async () => {
    const { page, problems } = await opened()
    await page.evaluate(() => {
      const theirs = structuredClone(window.kept.draft)
      const [first, second] = theirs.indicators
      if (first) first.title = '对方的一'
      if (second) second.title = '对方的二'
      window.kept.theirs = theirs
    })
    await page.locator('[role=treeitem]').first().dblclick()
    await page.getByRole('textbox', { name: '改名' }).fill('我的一')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor()
    await expectAccessible(page)
    await dialog.getByRole('radio', { name: '对方的' }).check()
    await dialog.getByRole('button', { name: '按选择合并' }).click()
    await page.locator('[role=treeitem]', { hasText: '对方的一' }).waitFor()
    await page.locator('[role=treeitem]', { hasText: '对方的二' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('publishing takes a note, and what is published is what was saved', async () => {
    const { page, problems } = await opened()
    await page.getByRole('textbox', { name: '名称' }).first().fill('教育投入增长')
    await bar(page, '发布').click()
    const button = page.getByRole('button', { name: /发布 2031 版/ })
    await button.waitFor()
    expect(await button.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: '发布说明' }).fill('改一处名称')
    await button.click()
    await expect.poll(() => page.evaluate(() => window.kept.published), { timeout: 10_000 }).toEqual(['改一处名称'])
    const draft = await page.evaluate(() => JSON.stringify(window.kept.draft))
    expect(await saved(page)).toBe(draft.replace('"完善教育投入增长机制"', '"教育投入增长"'))
    expect(problems).toEqual([])
    await page.context().close()
  })
})
