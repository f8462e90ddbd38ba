import type { AuditEntry } from './api.ts'

const zh = {
  system: '系统', on: '：', editionOf: (edition: string) => ` ${edition} 版`, times: (count: number) => `（连续 ${count} 次）`, many: (count: number, target: string) => `${target} 等 ${count} 个`,
  about: (about: string, to?: string) => `，${about}${to ? ` 为 ${to}` : ''}`, upheld: '，采纳', dismissed: '，不采纳', because: (reason: string) => `理由：${reason}`,
  actions: {
    'user.created': '新建账号', 'user.changed': '修改账号', 'user.password': '修改本人密码',
    'draft.created': '新建草稿', 'draft.saved': '保存草稿', 'draft.deleted': '删除草稿', 'draft.published': '草稿发布为版次', 'framework.published': '发布指标体系',
    'cycle.opened': '开启年度任务', 'cycle.closed': '关闭年度任务', 'cycle.reopened': '重新开启年度任务',
    'submission.created': '建立答卷', 'submission.saved': '保存答卷', 'submission.submitted': '提交答卷', 'submission.returned': '退回答卷', 'submission.accepted': '接受答卷', 'submission.pointsAccepted': '接受要点', 'submission.judged': '评定要点', 'submission.disputeDecided': '决定异议',
    'evidence.added': '上传佐证材料', 'evidence.cited': '引用佐证材料', 'evidence.removed': '移除佐证材料',
  } as Record<string, string>,
}
const en: typeof zh = {
  system: 'system', on: ': ', editionOf: (edition) => `, edition ${edition}`, times: (count) => ` (${count} times in a row)`, many: (count, target) => `${target} and others, ${count} in all`,
  about: (about, to) => `, ${about}${to ? ` as ${to}` : ''}`, upheld: ', upheld', dismissed: ', not upheld', because: (reason) => `Reason: ${reason}`,
  actions: {
    'user.created': 'account created', 'user.changed': 'account changed', 'user.password': 'own password changed',
    'draft.created': 'draft created', 'draft.saved': 'draft saved', 'draft.deleted': 'draft deleted', 'draft.published': 'draft published', 'framework.published': 'framework published',
    'cycle.opened': 'cycle opened', 'cycle.closed': 'cycle closed', 'cycle.reopened': 'cycle reopened',
    'submission.created': 'submission created', 'submission.saved': 'submission saved', 'submission.submitted': 'submitted', 'submission.returned': 'returned', 'submission.accepted': 'accepted', 'submission.pointsAccepted': 'points accepted', 'submission.judged': 'judged', 'submission.disputeDecided': 'dispute decided',
    'evidence.added': 'evidence added', 'evidence.cited': 'evidence cited', 'evidence.removed': 'evidence removed',
  },
}
export const auditText = { zh, en }

/** An entry's action and what it touched; of many made at once the first and how many. */
export function wordsOfAction({ action, target, detail: { edition, about, to, upheld } }: Pick<AuditEntry, 'action' | 'target' | 'detail'>, t: typeof zh, count = 1): string {
  const words = t.actions[action] ?? action
  if (!target) return words
  return `${words}${t.on}${count > 1 && isMaking(action) ? t.many(count, target) : target}${typeof edition === 'string' ? t.editionOf(edition) : ''}${typeof about === 'string' ? t.about(about, typeof to === 'string' ? to : undefined) : ''}${upheld === undefined ? '' : upheld ? t.upheld : t.dismissed}`
}

/** What comes with a deed and needs no line beside it. */
const follows: Readonly<Record<string, string>> = { 'draft.published': 'framework.published', 'submission.created': 'cycle.opened' }

/** Neighbouring entries of one person doing one thing as a single line. What one deed brings about is one thing: an edition from its draft, submissions with their cycle. */
export function grouped(entries: readonly AuditEntry[]): { first: AuditEntry; count: number }[] {
  const groups: { first: AuditEntry; count: number }[] = []
  const deeds = new Set(entries.map(({ action, by, at }) => `${action} ${by} ${at}`))
  for (const entry of entries) {
    if (deeds.has(`${follows[entry.action]} ${entry.by} ${entry.at}`)) continue
    const last = groups.at(-1)
    if (last && last.first.by === entry.by && last.first.action === entry.action && sameMatter(last.first, entry)) last.count++
    else groups.push({ first: entry, count: 1 })
  }
  return groups
}

const isMaking = (action: string): boolean => action.endsWith('.created')

/** Saves of one document, or one kind of thing made many times over. */
const sameMatter = (a: AuditEntry, b: AuditEntry): boolean => (a.id === b.id && a.detail['about'] === b.detail['about']) || isMaking(a.action)

/** Whether a count says how often one thing was done, not how many were made. */
export const isRepeated = ({ action }: AuditEntry, count: number): boolean => count > 1 && !isMaking(action)
