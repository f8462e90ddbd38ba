import type { AuditEntry } from './api.ts'

const zh = { system: '系统', actions: {} as Record<string, string>, on: '：' }
const en: typeof zh = { system: 'system', actions: {}, on: ': ' }
export const auditText = { zh, en }

/** An entry's action and what it touched. */
export function wordsOfAction(entry: AuditEntry, t: typeof zh): string {
  const action = t.actions[entry.action] ?? entry.action
  const target = typeof entry.target === 'string' ? entry.target : ''
  return target ? `${action}${t.on}${target}` : action
}
