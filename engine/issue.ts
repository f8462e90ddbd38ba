import type { Issue } from '../schemas/index.ts'

/** An issue; `point` names the evaluation point it belongs to. */
export function issue(code: string, severity: Issue['severity'], path: string, params?: Record<string, unknown>, point?: string): Issue {
  return { code, severity, path, ...(params && { params }), ...(point !== undefined && { point }) }
}

/** One segment of a JSON Pointer. */
export const segment = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')
