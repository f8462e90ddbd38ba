import type { Parameter } from '../../../schemas/index.ts'

/** What was typed, in the type the parameter has; as typed where it does not fit. */
export function parameterTyped(parameter: Parameter | undefined, typed: string): Parameter['value'] {
  const plain = typed.normalize('NFKC').trim()
  if (typeof parameter?.value === 'boolean') return /^(true|是|yes)$/i.test(plain) ? true : /^(false|否|no)$/i.test(plain) ? false : typed
  if (typeof parameter?.value !== 'number') return typed
  const number = Number(plain.replaceAll(',', ''))
  return plain && Number.isFinite(number) ? number : typed
}

/** Whether a value is of the kind the edition gives the parameter. */
export function fitsParameter(parameter: Parameter | undefined, value: Parameter['value']): boolean {
  return !parameter || (typeof value === typeof parameter.value && value !== '')
}
