import { expect, test } from 'vitest'
import type { AuditEntry } from '../../server/web/api.ts'
import { auditText, grouped, isRepeated, wordsOfAction } from '../../server/web/auditText.ts'

let seq = 0
const entry = (action: string, id: string, target: string, more: Partial<AuditEntry> = {}): AuditEntry => ({ seq: ++seq, at: '2025-06-01T00:00:00Z', by: '甲', action, kind: 'x', id, target, revision: 1, detail: {}, hash: '', ...more })
const lines = (entries: AuditEntry[]) => grouped(entries).map(({ first, count }) => wordsOfAction(first, auditText.zh, count) + (isRepeated(first, count) ? auditText.zh.times(count) : ''))

test('many made at once are counted, one thing done again and again says so, and each stands once', () => {
  expect(lines([entry('user.created', 'a', '管理员 admin'), entry('user.created', 'b', '编辑 editor'), entry('submission.saved', 's', '2025 区01'), entry('submission.saved', 's', '2025 区01'), entry('submission.saved', 't', '2025 区02')]))
    .toEqual(['新建账号：管理员 admin 等 2 个', '保存答卷：2025 区01（连续 2 次）', '保存答卷：2025 区02'])
})

test('what one deed brings about is one line', () => {
  const published = entry('framework.published', 'f', '指标', { detail: { edition: '2026' } })
  expect(lines([entry('draft.published', 'd', '指标 草稿'), published])).toEqual(['发布指标体系：指标 2026 版'])
  expect(lines([entry('submission.created', 's', '2025 区01'), entry('submission.created', 't', '2025 区02'), entry('cycle.opened', 'c', '2025')])).toEqual(['开启年度任务：2025'])
  expect(lines([entry('draft.published', 'd', '指标 草稿', { at: '2025-06-02T00:00:00Z' }), published])).toHaveLength(2)
})

test('what the office decided says which point, which level, and each stands for itself', () => {
  const target = '2025年度监测 区05'
  expect(lines([
    entry('submission.judged', 's', target, { detail: { about: '2.2.1', to: 'A 优秀' } }), entry('submission.judged', 's', target, { detail: { about: '1.3.2', to: 'B 良好' } }),
    entry('submission.disputeDecided', 's', target, { detail: { about: '学校总数', upheld: false } }), entry('submission.returned', 's', target, { detail: { about: '1.1.2 2.1.1' } }),
  ])).toEqual([`评定要点：${target}，2.2.1 为 A 优秀`, `评定要点：${target}，1.3.2 为 B 良好`, `决定异议：${target}，学校总数，不采纳`, `退回答卷：${target}，1.1.2 2.1.1`])
})
