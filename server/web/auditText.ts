import type { AuditEntry } from './api.ts'

const zh = {
  system: '系统', on: '：',
  actions: {
    'user.created': '新建账号', 'user.changed': '修改账号', 'user.disabled': '停用账号', 'user.enabled': '启用账号', 'user.password': '重设密码',
    'draft.created': '新建草稿', 'draft.saved': '保存草稿', 'draft.deleted': '删除草稿', 'draft.published': '草稿发布为版次', 'framework.published': '发布指标体系',
    'cycle.opened': '开启年度任务', 'cycle.closed': '关闭年度任务', 'cycle.reopened': '重新开启年度任务',
    'submission.created': '建立答卷', 'submission.saved': '保存答卷', 'submission.submitted': '提交答卷', 'submission.returned': '退回答卷', 'submission.accepted': '接受答卷', 'submission.judged': '评定要点',
    'evidence.added': '上传佐证材料', 'evidence.cited': '引用佐证材料', 'evidence.removed': '移除佐证材料',
  } as Record<string, string>,
}
const en: typeof zh = {
  system: 'system', on: ': ',
  actions: {
    'user.created': 'account created', 'user.changed': 'account changed', 'user.disabled': 'account disabled', 'user.enabled': 'account enabled', 'user.password': 'password reset',
    'draft.created': 'draft created', 'draft.saved': 'draft saved', 'draft.deleted': 'draft deleted', 'draft.published': 'draft published', 'framework.published': 'framework published',
    'cycle.opened': 'cycle opened', 'cycle.closed': 'cycle closed', 'cycle.reopened': 'cycle reopened',
    'submission.created': 'submission created', 'submission.saved': 'submission saved', 'submission.submitted': 'submitted', 'submission.returned': 'returned', 'submission.accepted': 'accepted', 'submission.judged': 'judged',
    'evidence.added': 'evidence added', 'evidence.cited': 'evidence cited', 'evidence.removed': 'evidence removed',
  },
}
export const auditText = { zh, en }

/** An entry's action and what it touched. */
export function wordsOfAction(entry: AuditEntry, t: typeof zh): string {
  const action = t.actions[entry.action] ?? entry.action
  const label = labelOf(entry.detail)
  return label ? `${action}${t.on}${label}` : action
}

function labelOf(detail: unknown): string {
  const read = typeof detail === 'string' ? parse(detail) : detail
  const label = read && typeof read === 'object' && 'label' in read ? read.label : ''
  return typeof label === 'string' ? label : ''
}

function parse(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}
