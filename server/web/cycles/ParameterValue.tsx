import type { Parameter } from '../../../schemas/index.ts'
import { useText } from '../language.tsx'
import { text } from './text.ts'

/** A parameter's value with its unit; yes and no in words. */
export function ParameterValue({ of, value }: { of: Parameter | undefined; value: Parameter['value'] | undefined }) {
  const t = useText(text)
  if (value === undefined) return <>—</>
  return <>{typeof value === 'boolean' ? (value ? t.yes : t.no) : String(value)}{of?.unit ? <span className="unit">{of.unit}</span> : null}</>
}
