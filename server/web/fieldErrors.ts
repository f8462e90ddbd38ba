import type { FormInstance } from 'antd'
import { ApiError } from './request.ts'
import type { Strings } from './strings.zh.ts'
import { wordsOfError } from './text.ts'

/** Shows a refusal beside the field it names (`details.place`, a JSON Pointer ending in the field), else beside `otherwise`. */
export function fieldErrors(form: FormInstance, error: unknown, otherwise: string, t: Strings): void {
  const { place } = ((error instanceof ApiError ? error.details : undefined) ?? {}) as { place?: unknown }
  const named = typeof place === 'string' ? (place.split('/').at(-1) ?? '') : ''
  const name = Object.hasOwn(form.getFieldsValue() as object, named) ? named : otherwise
  form.setFields([{ name, errors: [wordsOfError(error, t)] }])
  form.scrollToField(name)
}
