import type { FormInstance } from 'antd'
import { ApiError } from './request.ts'
import type { Strings } from './strings.zh.ts'
import { wordsOfError } from './text.ts'

/** Shows a refusal beside the field it names (`details.place`, a JSON Pointer); false when it names none of this form. */
export function fieldErrors(form: FormInstance, error: unknown, t: Strings): boolean {
  const { place } = ((error instanceof ApiError ? error.details : undefined) ?? {}) as { place?: unknown }
  const name = typeof place === 'string' && !/\/\d/.test(place) ? (place.split('/').at(-1) ?? '') : ''
  if (!Object.hasOwn(form.getFieldsValue() as object, name)) return false
  form.setFields([{ name, errors: [wordsOfError(error, t)] }])
  form.scrollToField(name)
  return true
}
