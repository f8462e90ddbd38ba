import { useContext, useMemo, useState } from 'react'
import type { FieldInfo } from '../../engine/index.ts'
import type { Answer, Element } from '../../schemas/index.ts'
import { PointContext, useAnswer, useSlice, useStore } from '../store/hooks.ts'
import { isPrefilled } from '../store/stance.ts'
import type { Store } from '../store/contract.ts'
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
  readOnly: boolean
  required: boolean
  /** Whether an official value still waits for confirm, correct or dispute. */
  pending: boolean
  confirm: () => void
  /** What was typed, into the store. */
  commit: (value: unknown) => void
}

export const controlId = (point: string, field: string): string => `ys-${point}-${field}`

export function useField(id: string): FieldState {
  const store = useStore()
  const point = useContext(PointContext)
  const answer = useAnswer(id)
  const info = store.field(id)
  if (!info) throw new Error(`no field ${id}`)
  const editable = useSlice('lock', (each) => each.editable(point))
  const rule = store.lens.required(point, id)
  const asked = useSlice(`calc:${rule ?? ''}`, () => (rule ? store.calculation(rule) === true : false))
  const prefilled = isPrefilled(answer)
  const fromSurvey = info.schema['x-source'] === 'survey'
  const required = (store.point(point)?.fields.find((each) => each.id === id)?.required ?? false) || asked
  return {
    id, control: controlId(point, id), point, info, element: info.schema, answer, required,
    readOnly: !editable || fromSurvey || (prefilled && answer.status !== 'corrected'),
    pending: editable && prefilled && answer.status === 'proposed' && !fromSurvey,
    confirm: () => store.stance(id, 'confirmed'),
    commit: (value) => store.type(id, value),
  }
}

/** The field's problems in words: what the value breaks of its definition and, once left, the checks that name it. */
export function useProblems(id: string): { errors: string[]; warnings: string[]; touched: boolean; touch: () => void } {
  const store = useStore()
  const point = useContext(PointContext)
  const t = useText()
  const answer = useAnswer(id)
  const checks = useSlice(`node:${point}`, (each) => checksOn(each, point, id))
  const [touched, setTouched] = useState(answer?.value !== undefined)
  const element = store.field(id)?.schema
  const own = useMemo(() => (element ? messagesOf(element, answer?.value, t) : []), [element, answer?.value, t])
  const [errors, warnings] = checks.split('\u0001').map((part) => part.split('\u0000').filter(Boolean))
  return { errors: touched ? [...own, ...(errors ?? [])] : [], warnings: warnings ?? [], touched, touch: () => setTouched(true) }
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
  return `${errors}\u0001${warnings}`
}

const checkFields = (checks: readonly { id: string; fields?: string[] }[] | undefined, id: unknown): string[] | undefined => checks?.find((check) => check.id === id)?.fields
