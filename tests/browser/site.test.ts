import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright'
import { launch } from '../chromium.ts'
import { expectAccessible, signIn, watchedPage } from './page.ts'
import { startServer, type Running } from './server.ts'

const password = 'yardstick-demo'
let browser: Browser
let server: Running

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('the site', () => {
  test('says in place what is wrong with a sign-in, and offers the demo accounts', async () => {
    const { page, problems } = await watchedPage(browser)
    await page.goto(server.url)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('请填账号').waitFor()
    await page.getByLabel('账号', { exact: true }).fill('editor')
    await page.getByLabel('密码', { exact: true }).fill('not this one')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').filter({ hasText: '密码不对' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: /示例编辑/ }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('navigation', { name: '主导航' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('every place of the office opens, readable by everyone', async () => {
    const { page, problems } = await watchedPage(browser)
    await signIn(page, server.url, { name: 'admin', password })
    for (const [place, heading] of [['首页', '需要处理'], ['指标体系', '指标体系'], ['年度任务', '年度任务'], ['总览', '等级分布'], ['审核', '审核'], ['系统', '系统']] as const) {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click()
      await page.getByRole('heading', { name: heading }).first().waitFor()
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      expect([place, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([place, 390])
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await page.getByRole('button', { name: '示例管理员' }).click()
    await page.getByRole('menuitem', { name: '修改密码' }).click()
    const dialog = page.getByRole('dialog', { name: '修改密码' })
    await dialog.getByLabel('当前密码').fill('not this one')
    await dialog.getByLabel('新密码', { exact: true }).fill('another word')
    await dialog.getByLabel('再输一次新密码').fill('another wrd')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('两次输入的新密码不一样').waitFor()
    await dialog.getByLabel('再输一次新密码').fill('another word')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('当前密码不对。').waitFor()
    await expectAccessible(page)
    await page.goto(`${server.url}/nowhere`)
    await page.getByRole('heading', { name: '没有找到' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('a cell of the overview opens with its reasons; arrow keys move; groups fold', async () => {
    const { page, problems } = await watchedPage(browser)
    await signIn(page, server.url, { name: 'viewer', password })
    await page.getByRole('link', { name: '总览', exact: true }).click()
    await page.locator('[data-cell="0/0"]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary')
    await panel.getByRole('heading', { level: 2 }).waitFor()
    await panel.locator('.sentences li').first().waitFor()
    await expectAccessible(page)
    const columns = await page.locator('tbody tr').first().locator('td').count()
    await page.getByRole('button', { name: '全部折叠' }).click()
    expect(await page.locator('tbody tr').first().locator('td').count()).toBeLessThan(columns)
    await panel.getByRole('link', { name: '打开答卷' }).click()
    await page.getByRole('navigation', { name: '要点' }).waitFor()
    await expectAccessible(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('a unit sees its own place only, on a phone too', async () => {
    const { page, problems } = await watchedPage(browser, { width: 390, height: 844 })
    await signIn(page, server.url, { name: 'qu01-filler', password })
    await page.locator('.ys-page').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: '我的结果' }).click()
    await page.getByRole('heading', { name: /区01/ }).waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.goto(`${server.url}/overview`)
    await page.getByRole('heading', { name: '没有权限查看' }).waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('the session ends while someone types: the same person signs in again in place and nothing is lost', async () => {
    const { page, problems } = await watchedPage(browser)
    await signIn(page, server.url, { name: 'qu02-filler', password })
    const field = page.locator('.ys-num:not([readonly])').first()
    await field.fill('12')
    await page.locator('[data-save=saved]').waitFor()
    await page.context().clearCookies()
    await field.fill('13')
    await field.press('Tab')
    const dialog = page.getByRole('dialog', { name: /登录已过期/ })
    await dialog.waitFor()
    await expectAccessible(page)
    await dialog.getByLabel('密码').fill('wrong')
    await dialog.getByRole('button', { name: '继续' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('密码').fill(password)
    await dialog.getByRole('button', { name: '继续' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-save=saved]').waitFor()
    await page.reload()
    await page.locator('.ys-num:not([readonly])').first().waitFor()
    expect(await page.locator('.ys-num:not([readonly])').first().inputValue()).toBe('13')
    expect(problems).toEqual([])
    await page.context().close()
  })
})
