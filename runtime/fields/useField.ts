import { useContext, useMemo, useState } from 'react'
import { isUnconfirmed, type FieldInfo } from '../../engine/index.ts'
import type { Answer, Element } from '../../schemas/index.ts'
import { PointContext, useEditable, useSlices, useStore } from '../store/hooks.ts'
import { isPrefilled } from '../store/stance.ts'
import type { Conflict, Store } from '../store/contract.ts'
import { useText } from '../text.ts'
import { messagesOf } from './validator.ts'

/** What every widget needs to know of its field. */
export interface FieldState {
  id: string
  /** Id of the control in the page. */
  control: string
  point: string
  info: FieldInfo
  element: Element
  answer: Answer | undefined
  conflict: Conflict | undefined
  /** Why the server did not take the value. */
  refused: string | undefined
  /** Whether anybody may change the point now. */
  editable: boolean
  /** What the value breaks of its definition and the checks that name it; errors only once the field was left. */
  errors: readonly string[]
  warnings: readonly string[]
  readOnly: boolean
  required: boolean
  /** Whether an official value still waits for confirm, correct or dispute. */
  pending: boolean
  confirm: () => void
  /** What was typed, into the store. */
  commit: (value: unknown) => void
  /** The field was left: from now on its errors show. */
  leave: () => void
}

export const controlId = (point: string, field: string): string => `ys-${point}-${field}`

export function useField(id: string): FieldState {
  const store = useStore()
  const point = useContext(PointContext)
  const t = useText()
  const info = store.field(id)
  if (!info) throw new Error(`no field ${id}`)
  const element = info.schema
  const rule = store.lens.required(point, id)
  const keys = useMemo(() => [`answer:${id}`, `node:${point}`, ...(rule === undefined ? [] : [`calc:${rule}`])], [id, point, rule])
  const { answer, conflict, refused, asked, checks } = useSlices(keys, (each) => ({
    answer: each.answer(id), conflict: each.conflicts.get(id), refused: each.refused.get(id),
    asked: rule !== undefined && each.calculation(rule) === true, checks: checksOn(each, point, id),
  }))
  const own = useMemo(() => messagesOf(element, answer?.value, t), [element, answer?.value, t])
  const [left, setLeft] = useState(answer?.value !== undefined)
  const [errors = [], warnings = []] = checks ? checks.split('\u0001').map((part) => part.split('\u0000').filter(Boolean)) : []
  const shown = left ? [...own, ...errors] : []
  const editable = useEditable(point)
  const prefilled = isPrefilled(answer)
  const fromSurvey = element['x-source'] === 'survey'
  return {
    id, control: controlId(point, id), point, info, element, answer, conflict, refused, editable, warnings, errors: shown,
    required: asked || (store.point(point)?.fields.find((each) => each.id === id)?.required ?? false),
    readOnly: !editable || fromSurvey || (prefilled && answer.status !== 'corrected'),
    pending: editable && isUnconfirmed(answer, element),
    confirm: () => store.stance(id, 'confirmed'),
    commit(value) {
      // An error appears when the field is left, and goes as soon as it is mended.
      if (left && !shown.length) setLeft(false)
      store.type(id, value)
    },
    leave: () => setLeft(true),
  }
}

/** The messages of failed checks that stand at a field, as one string, so that a field renders again only when they change. */
function checksOn(store: Store, point: string, field: string): string {
  let [errors, warnings] = ['', '']
  for (const { code, params } of store.node(point)?.issues ?? []) {
    if (!code.startsWith('check.')) continue
    const fields = checkFields(store.lens.document(point)?.checks, params?.['id'])
    if (fields?.[0] !== field || typeof params?.['message'] !== 'string') continue
    if (code === 'check.error') errors += `${params['message']}\u0000`
    else warnings += `${params['message']}\u0000`
  }
  return errors || warnings ? `${errors}\u0001${warnings}` : ''
}

const checkFields = (checks: readonly { id: string; fields?: string[] }[] | undefined, id: unknown): string[] | undefined => checks?.find((check) => check.id === id)?.fields
