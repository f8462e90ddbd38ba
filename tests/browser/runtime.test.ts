import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch } from '../chromium.ts'
import { serveRuntime } from './runtimePages.ts'
import type { Served } from './servePages.ts'

let browser: Browser
let site: Served

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launch(), serveRuntime()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(path: string, width = 1440): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(`${site.url}/${path}`)
  page.setDefaultTimeout(8000)
  await page.locator('#ys-investment-budget').waitFor()
  await go(page, 'use')
  return { page, context, errors }
}

/** Scrolls to a point and waits until it is mounted. */
async function go(page: Page, point: string): Promise<void> {
  await page.locator(`[data-ys-slot="${point}"]`).evaluate((slot) => slot.scrollIntoView())
  await page.locator(`[data-ys-point="${point}"]`).waitFor()
}

describe('the element on a foreign page', () => {
  test('works under default-src self, keeps its look, and typing yields a live verdict', async () => {
    const { page, context, errors } = await open('hostile.html')
    await page.locator('#ys-use-reformRatio').fill('3.5 %')
    await page.locator('#ys-use-auditResult').selectOption('clean')
    await page.locator('#ys-use-auditDate').fill('2025-09-01')
    const verdict = page.locator('.ys-side .ys-level')
    await verdict.getByText('达标').waitFor()
    expect(await page.locator('.ys h2').first().evaluate((heading) => [getComputedStyle(heading).color, getComputedStyle(heading).textTransform, getComputedStyle(heading).float])).toEqual(['rgb(26, 38, 50)', 'none', 'none'])
    await page.locator('[data-save="saved"]').waitFor()
    const seen = await page.evaluate(() => (window as unknown as { seen: { violations: string[]; level?: string; changes: number } }).seen)
    expect(seen.violations).toEqual([])
    expect(seen.level).toBe('met')
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('filling in', () => {
  test('confirm with Enter, correct with a reason, both verdicts side by side', async () => {
    const { page, context, errors } = await open('form.html')
    const total = page.locator('#ys-use-total')
    await total.focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-ys-field="total"] [data-stance="confirmed"][aria-pressed="true"]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ys-use-reform')
    await page.getByText('按市级数据').first().waitFor()
    await page.getByText('约为去年的一万倍，是否把元填成了万元？').waitFor()
    await page.getByRole('button', { name: '改为 18,460.00 万元' }).click()
    expect(await page.locator('#ys-use-reform').inputValue()).toMatch(/18,?460/)
    await page.locator('[data-save="saved"]').waitFor()
    const saved = await page.evaluate(() => (window as unknown as { host: { answers: Record<string, { value: unknown; status: string }> } }).host.answers)
    expect(saved['total']).toMatchObject({ value: 412_386, status: 'confirmed' })
    expect(saved['reform']).toMatchObject({ value: 18_460 })
    expect(errors).toEqual([])
    await context.close()
  })

  test('a correction begun is not sent and not called lost before its reason is there', async () => {
    const { page, context, errors } = await open('form.html')
    const field = page.locator('[data-ys-field="total"]')
    await field.getByRole('button', { name: '更正' }).click()
    await page.locator('#ys-use-total').fill('412000')
    await page.locator('[data-save="held"]').getByText('1 处须写明理由后才能保存').waitFor()
    const answer = () => page.evaluate(() => (window as unknown as { host: { answers: Record<string, { value: unknown; status: string; evidence?: string[] }> } }).host.answers['total'])
    expect((await answer())?.status).toBe('proposed')
    await field.getByRole('textbox', { name: '理由' }).fill('按决算口径。')
    await page.locator('[data-save="saved"]').waitFor()
    expect(await answer()).toMatchObject({ value: 412_000, status: 'corrected' })
    expect(errors).toEqual([])
    await context.close()
  })

  test('the box of a dispute stays within a telephone’s width, with its files open', async () => {
    const { page, context } = await open('form.html', 390)
    const field = page.locator('[data-ys-field="total"]')
    await field.getByRole('button', { name: '有异议' }).click()
    await field.getByRole('button', { name: '选择材料' }).click()
    const [inner, outer] = await Promise.all([field.locator('.ys-reason'), page.locator('.ys-points')].map((each) => each.evaluate((box) => box.getBoundingClientRect().right)))
    expect(inner).toBeLessThanOrEqual(outer ?? 0)
    await context.close()
  })

  test('changes made offline survive closing the page and are sent when the network is back', async () => {
    const { page, context } = await open('form.html')
    await context.setOffline(true)
    await page.locator('#ys-use-reformRatio').fill('4')
    await go(page, 'inspectors')
    await page.locator('#ys-inspectors-leader').fill('王某')
    await page.getByText('离线，2 处修改存在本机').waitFor()
    await page.waitForTimeout(300)
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`${site.url}/form.html`)
    await again.locator('[data-save="saved"]').waitFor()
    await go(again, 'use')
    expect(await again.locator('#ys-use-reformRatio').inputValue()).toBe('4.00')
    const saved = await again.evaluate(() => (window as unknown as { host: { answers: Record<string, { value: unknown }> } }).host.answers)
    expect([saved['reformRatio']?.value, saved['leader']?.value]).toEqual([4, '王某'])
    await context.close()
  })

  test('somebody else changed the value: both are shown and one is chosen', async () => {
    const { page, context } = await open('form.html')
    await page.evaluate(() => (window as unknown as { host: { intrude(id: string, answer: object): void } }).host.intrude('reform', { value: 17_000, by: '填报员二' }))
    await page.locator('#ys-use-reform').fill('18460')
    await page.getByText('你编辑时，填报员二也改了这一项').waitFor()
    await page.getByText('1 处与他人不同').waitFor()
    await page.getByRole('button', { name: '用 18,460.00 万元', exact: true }).click()
    await page.locator('[data-save="saved"]').waitFor()
    expect(await page.evaluate(() => (window as unknown as { host: { answers: Record<string, { value: unknown }> } }).host.answers['reform']?.value)).toBe(18_460)
    await context.close()
  })

  test('a table takes a paste from Excel and moves like a sheet', async () => {
    const { page, context } = await open('form.html')
    const cell = page.locator('[data-ys-field="standards"] [data-cell="4/2"]')
    await cell.focus()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '学段\t实际拨付\r\n初中\t36,000 元\r\n中职\t39600\r\n')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await page.locator('[data-ys-field="standards"]').getByText('已粘贴 2 行 2 列').waitFor()
    expect(await page.locator('[data-ys-field="standards"] [data-cell="2/2"]').inputValue()).toBe('36,000')
    await page.keyboard.press('ArrowUp')
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell'])).toBe('3/2')
    await context.close()
  })

  test('evidence: a file of another type than its name is refused in words, a good one is attached', async () => {
    const { page, context } = await open('form.html')
    const input = page.locator('[data-ys-evidence="inspectors"] input[type=file]')
    await go(page, 'inspectors')
    await input.setInputFiles({ name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ not a pdf') })
    await page.getByText('类型不符').waitFor()
    await input.setInputFiles({ name: '计划.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 plan') })
    await page.locator('[data-ys-evidence="inspectors"]').getByText('计划.pdf').waitFor()
    await context.close()
  })

  test('evidence is dropped: on a requirement it goes there, on the point one says which', async () => {
    const { page, context, errors } = await open('form.html')
    const point = page.locator('[data-ys-evidence="investment"]')
    const drop = async (on: Locator, name: string): Promise<void> => {
      const data = await page.evaluateHandle((file) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File(['%PDF-1.7 x'], file, { type: 'application/pdf' }))
        return transfer
      }, name)
      for (const type of ['dragenter', 'dragover']) await on.dispatchEvent(type, { dataTransfer: data })
      await page.locator('.ys-over').waitFor()
      await on.dispatchEvent('drop', { dataTransfer: data })
      expect(await page.locator('.ys-over').count()).toBe(0)
    }
    const [first, second] = [point.locator('[data-ys-requirement]').nth(0), point.locator('[data-ys-requirement]').nth(1)]
    await drop(second, '标准.pdf')
    await second.getByText('标准.pdf').waitFor()
    await drop(point.locator('.ys-drop'), '决算.pdf')
    await point.getByRole('group', { name: '放到哪一项？' }).getByRole('button').first().click()
    await first.getByText('决算.pdf').waitFor()
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('looking', () => {
  for (const [name, path, width] of [['wide', 'form.html', 1440], ['dark', 'form.html?dark', 1440], ['narrow', 'form.html', 390], ['returned', 'form.html?state=returned', 1440], ['english and empty', 'form.html?state=empty&en', 1440]] as const) {
    test(`axe finds nothing: ${name}`, async () => {
      const { page, context, errors } = await open(path, width)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      expect(errors).toEqual([])
      await context.close()
    })
  }

  test('returned: only the returned point can be edited', async () => {
    const { page, context } = await open('form.html?state=returned')
    expect(await page.locator('#ys-use-reformRatio').isEditable()).toBe(true)
    expect(await page.locator('#ys-investment-scopeNote').isEditable()).toBe(false)
    await page.getByRole('button', { name: /退回待修改/ }).waitFor()
    expect(await page.getByText('教改投入与决算表第 17 页不一致。').count()).toBe(2)
    expect(await page.locator('[data-ys-point="investment"] .ys-act3').count()).toBe(0)
    await context.close()
  })

  test('on paper: every point with its verdict, long texts whole, nothing to press', async () => {
    const { page, context } = await open('form.html')
    const text = page.locator('#ys-investment-scopeNote')
    await text.fill('一行一行写下来。\n'.repeat(30))
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.locator('[data-ys-point="inspectors"] .ys-printed').waitFor()
    expect(await page.locator('.ys-printed').first().innerText()).toMatch(/当前判定：.*(良|尚不能确定)/)
    expect(await text.evaluate((area) => area.scrollHeight - area.clientHeight)).toBeLessThanOrEqual(2)
    expect(await page.locator('.ys-save, .ys-side, .ys-outline, .ys-head button, .ys-drop').evaluateAll((all) => all.filter((each) => each.getClientRects().length > 0).length)).toBe(0)
    await context.close()
  })

  test('the submit page lists what is missing and each item leads there', async () => {
    const { page, context } = await open('form.html')
    await page.getByRole('button', { name: /^提交/ }).click()
    await page.getByRole('heading', { name: '提交前检查' }).waitFor()
    expect(await page.getByRole('button', { name: '确认提交' }).isDisabled()).toBe(true)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: /挂牌覆盖率/ }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'ys-inspectors-covered')
    await context.close()
  })
})
