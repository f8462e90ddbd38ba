import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('a submitted form is judged within its limits, one point goes back with feedback, and only that point unlocks', { timeout: 120_000 }, async () => {
  const { page, problems } = await watchedPage(browser)
  await signIn(page, server.url, { name: 'editor', password })
  await page.getByRole('link', { name: '审核', exact: true }).click()
  await page.locator('tr', { has: page.locator('td:nth-child(4):not(:has(span))') }).filter({ hasText: '审核中' }).first().getByRole('link', { name: '审核' }).click()
  const unit = await page.locator('.review-head h1').innerText()

  const judged = page.locator('.review-item', { has: page.getByLabel('待评定') }).first()
  await judged.click()
  const side = page.getByRole('complementary')
  await side.getByRole('radiogroup', { name: '专家评定' }).waitFor()
  await side.locator('input[type=radio]:enabled').last().check()
  await side.getByRole('button', { name: /^接受，评定/ }).click()
  await page.getByText('请写评定理由').waitFor()
  await side.getByLabel(/评定理由/).fill('材料齐全，描述与所选等级一致。')
  await side.getByRole('button', { name: /^接受，评定/ }).click()
  await page.getByText('已接受 1').waitFor()
  await expectAccessible(page)

  await page.locator('.review-item').first().click()
  const title = await page.locator('.review-title').innerText()
  await side.getByRole('button', { name: '退回补充' }).click()
  await side.getByLabel(/反馈意见/).fill('请核对会议次数。')
  await side.getByRole('button', { name: '加入退回' }).click()
  await page.locator('.review-item').nth(1).click()
  await side.getByRole('button', { name: '退回补充' }).click()
  await side.getByLabel(/反馈意见/).fill('请补充规划文件。')
  await side.getByRole('button', { name: '加入退回' }).click()
  await page.getByRole('button', { name: '退回 2 个要点' }).waitFor()
  await side.getByRole('button', { name: '取消退回' }).click()

  await page.locator('.review-item').nth(2).click()
  await side.getByRole('button', { name: '退回补充' }).click()
  await side.getByLabel(/反馈意见/).fill('还在想')
  await page.locator('.review-item').nth(3).click()
  await page.locator('.review-item').nth(2).click()
  expect(await side.getByLabel(/反馈意见/).inputValue()).toBe('还在想')
  await side.getByRole('button', { name: '取消' }).click()

  const leaving = page.getByRole('dialog', { name: '还有 1 个要点没有退回给区' })
  const stay = async () => {
    await leaving.getByRole('button', { name: '留在此页' }).click()
    await leaving.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '退回 1 个要点' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/review\/./)
  }
  await page.getByRole('link', { name: '总览' }).click()
  await leaving.waitFor()
  await expectAccessible(page)
  await stay()
  await page.evaluate(() => history.back())
  await stay()
  page.once('dialog', (dialog) => { problems.push(...(dialog.type() === 'beforeunload' ? [] : [dialog.type()])); void dialog.dismiss() })
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  await asked
  await page.getByRole('button', { name: '退回 1 个要点' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退回 1 个要点' }).click()
  await page.locator('.review-head').getByText(/退回，区还没有再次提交/).waitFor()
  await expectAccessible(page)
  expect(problems).toEqual([])

  const list = await page.request.get(`${server.url}/api/v1/submissions`)
  const { items } = await list.json() as { items: { unit: { id: string; title: string }; state: string }[] }
  const id = items.find((one) => one.unit.title === unit && one.state === 'returned')?.unit.id
  const district = await watchedPage(browser, { width: 390, height: 844 })
  await signIn(district.page, server.url, { name: `${id}-submitter`, password })
  await district.page.getByText('退回 1 个要点').waitFor()
  await district.page.getByRole('button', { name: title }).first().waitFor()
  await district.page.getByText('请核对会议次数。').filter({ visible: true }).first().waitFor()
  await expectAccessible(district.page)
  expect(district.problems).toEqual([])
})

test('a dispute is upheld with a reason, the figure of the district counts, and the district reads it', { timeout: 120_000 }, async () => {
  const { page, problems } = await watchedPage(browser)
  await signIn(page, server.url, { name: 'editor', password })
  const { items } = await (await page.request.get(`${server.url}/api/v1/submissions?cycle=monitoring2025`)).json() as { items: { id: string; unit: { id: string } }[] }
  const id = items.find(({ unit }) => unit.id === 'qu07')?.id
  await page.goto(`${server.url}/review/${id}/preschool`)
  const dispute = page.locator('.review-dispute')
  await dispute.getByText('异议还没有决定，暂按市级数据').waitFor()
  await dispute.getByRole('button', { name: '采纳', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('采纳后按区的数 23,344 人 计算').waitFor()
  expect(await dialog.getByRole('button', { name: '采纳' }).isDisabled()).toBe(true)
  await dialog.getByLabel(/理由/).fill('核对学籍属实')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '采纳' }).click()
  await dispute.getByText('已采纳异议：核对学籍属实').waitFor()
  expect(await page.locator('tr', { has: dispute }).locator('td.num').first().innerText()).toMatch(/^23,344/)
  expect(problems).toEqual([])
  const district = await watchedPage(browser)
  await signIn(district.page, server.url, { name: 'qu07-filler', password })
  await district.page.goto(`${server.url}/my/${id}`)
  await district.page.getByText('3.1.2').first().click()
  await district.page.getByText('异议已采纳，按本区的数计算：核对学籍属实（示例编辑）').waitFor()
  expect(district.problems).toEqual([])
})
