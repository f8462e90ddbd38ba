import type { Issue } from '../schemas/index.ts'

/** An issue; `point` names the evaluation point it belongs to. */
export function issue(code: string, severity: Issue['severity'], path: string, params?: Record<string, unknown>, point?: string): Issue {
  const made: Issue = { code, severity, path }
  if (params) made.params = params
  if (point !== undefined) made.point = point
  return made
}

/** More issues than anyone reads: a document with more is not looked at further. */
export const mostIssues = 200

/** Whether what is wrong is more than that. */
export const crowded = (issues: readonly Issue[]): boolean => issues.length > mostIssues && issues.reduce((n, { severity }) => n + Number(severity === 'error'), 0) > mostIssues

/** One segment of a JSON Pointer. */
export const segment = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')
