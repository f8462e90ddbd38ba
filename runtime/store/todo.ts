import { isUnconfirmed, messageOf, untouched } from '../../engine/index.ts'
import type { Issue } from '../../schemas/index.ts'
import { fill, textOf } from '../text.ts'
import { lacksReason } from './stance.ts'
import type { Store } from './contract.ts'

export type TodoGroup = 'pending' | 'missing' | 'evidence' | 'fix'

/** One thing left to do, and where. */
export interface TodoItem {
  key: string
  group: TodoGroup | 'odd' | 'returned'
  point: string
  field?: string
  requirement?: string
  text: string
}

/** Everything left to do, grouped by what is missing; `odd` needs a note but does not block. */
export interface Todo {
  items: TodoItem[]
  odd: TodoItem[]
  /** Points that came back and have not been touched since, with what was said about them. */
  returned: TodoItem[]
  /** Done and wanted per point. */
  progress: Map<string, { done: number; total: number }>
}

export const todoGroups: readonly TodoGroup[] = ['pending', 'missing', 'evidence', 'fix']

const last = new WeakMap<Store, { tick: number; signature: string; todo: Todo }>()

/** The current list, worked out once for all who show it. */
export function todoNow(store: Store): Todo {
  const before = last.get(store)
  if (before?.tick === store.tick()) return before.todo
  const todo = todoOf(store)
  const signature = JSON.stringify([todo.items, todo.odd, todo.returned, [...todo.progress]])
  const kept = before?.signature === signature ? before.todo : todo
  last.set(store, { tick: store.tick(), signature, todo: kept })
  return kept
}

/** Reads the to-do list off the outcome's issues and the answers' states. */
export function todoOf(store: Store): Todo {
  const items: TodoItem[] = []
  const odd: TodoItem[] = []
  const seen = new Set<string>()
  const progress: Todo['progress'] = new Map()
  const add = (item: Omit<TodoItem, 'key'>): void => {
    const key = `${item.group}/${item.group === 'fix' || item.group === 'odd' ? item.text : (item.field ?? `${item.point}/${item.requirement ?? item.text}`)}`
    if (seen.has(key)) return
    seen.add(key)
    ;(item.group === 'odd' ? odd : items).push({ ...item, key })
  }
  const t = textOf(store.locale)
  // The group is called by what is the matter with all of it; its items name the things alone.
  const matter = messageOf({ code: 'answer.required', severity: 'info', path: '', params: { title: '' } }, store.locale)
  for (const point of store.compiled.points) {
    const node = store.node(point.id)
    if (!node || node.status === 'notApplicable') continue
    const lacking = new Set<string>()
    // What was not returned cannot be changed, so it is nothing to do.
    const locked = store.submission().state === 'returned' && !store.editable(point.id)
    let total = 0
    for (const issue of node.issues) {
      const where = placeOf(issue)
      const group = groupOf(issue)
      if (!group || locked) continue
      if (where.field !== undefined && group !== 'odd') lacking.add(where.field)
      if (where.requirement !== undefined) lacking.add(`/${where.requirement}`)
      const single = where.field ?? checkField(issue)
      const said = messageOf(issue, store.locale, store.compiled)
      add({ group, point: point.id, text: group === 'missing' && said.endsWith(matter) ? said.slice(0, -matter.length) : said, ...(single === undefined ? {} : { field: single }), ...(where.requirement === undefined ? {} : { requirement: where.requirement }) })
    }
    for (const { id, schema, required } of point.fields) {
      const answer = store.answer(id)
      const visible = store.lens.visible(point.id, id)
      if (visible && store.calculation(visible) === false) continue
      if (!locked && isUnconfirmed(answer, schema)) {
        lacking.add(id)
        add({ group: 'pending', point: point.id, field: id, text: schema.title })
      }
      if (!locked && lacksReason(answer)) {
        lacking.add(id)
        add({ group: 'fix', point: point.id, field: id, text: `${schema.title}${t.colon}${t.reasonNeeded}` })
      }
      if (required || lacking.has(id) || (answer?.value !== undefined && answer.value !== null && answer.value !== '')) total += 1
      else lacking.delete(id)
    }
    for (const requirement of evidenceNeeded(store, point.id)) {
      total += 1
      if (store.evidenceOf(point.id, requirement.id).length < (requirement.min ?? 0)) lacking.add(`/${requirement.id}`)
    }
    progress.set(point.id, { total, done: Math.max(0, total - lacking.size) })
  }
  for (const [id] of store.conflicts) add({ group: 'fix', point: store.pointsOf(id)[0] ?? '', field: id, text: fill(t.conflictTitle, { by: t.someone }) })
  return { items, odd, returned: returnedTo(store), progress }
}

function returnedTo(store: Store): TodoItem[] {
  const submission = store.submission()
  return untouched(store.compiled, submission).map(({ id, title }) => ({ key: `returned/${id}`, group: 'returned', point: id, text: submission.points[id]?.feedback?.at(-1)?.text ?? title }))
}

/** The requirements of a point that count: those with a minimum and, if they depend on a rule, reported as missing or met. */
function evidenceNeeded(store: Store, point: string): { id: string; min?: number }[] {
  return (store.lens.document(point)?.evidence ?? []).filter(({ id, min, requiredIf }) => (min ?? 0) > 0 && (requiredIf === undefined || store.evidenceOf(point, id).length > 0 || store.node(point)?.issues.some(({ code, path }) => code === 'evidence.missing' && path.endsWith(`/${id}`))))
}

/** What an issue asks for. */
export function groupOf(issue: Issue): TodoGroup | 'odd' | undefined {
  if (issue.code === 'answer.required') return 'missing'
  if (issue.code === 'evidence.missing') return 'evidence'
  if (issue.code.startsWith('answer.') && issue.severity === 'error') return 'fix'
  if (issue.code === 'check.error') return 'fix'
  if (issue.code === 'check.warning' || (issue.code.startsWith('answer.') && issue.severity === 'warning')) return 'odd'
  return undefined
}

/** Where an issue is: `/answers/field/…` or `/evidence/point/requirement`. */
export function placeOf(issue: Issue): { field?: string; rest?: string[]; requirement?: string } {
  const [, root, first, second, ...rest] = issue.path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (root === 'answers' && first !== undefined) return { field: first, rest: second === undefined ? [] : [second, ...rest] }
  if (root === 'evidence' && second !== undefined) return { requirement: second }
  return {}
}

function checkField(issue: Issue): string | undefined {
  const fields = issue.params?.['fields']
  return Array.isArray(fields) && typeof fields[0] === 'string' ? fields[0] : undefined
}
