import { formatNumber } from '../../engine/index.ts'
import { useStore } from '../store/hooks.ts'
import { isPrefilled, officialOf } from '../store/stance.ts'
import { fill, useLocale, useText } from '../text.ts'
import { dayOf } from './day.ts'
import { showValue } from './showValue.ts'
import type { FieldState } from './useField.ts'

/** Under a value: the official one with its provider, last year's with the difference, and who said what when. */
export function SourceLine({ field }: { field: FieldState }) {
  const store = useStore()
  const t = useText()
  const locale = useLocale()
  const { id, element, answer, pending } = field
  const parts: React.ReactNode[] = []
  const table = element.items?.type === 'object'
  if (table && isPrefilled(answer)) parts.push(...(element['x-provider'] ? [<span key="official">{t.officialData}{fill(t.provider, { name: element['x-provider'] })}</span>] : []))
  else if (isPrefilled(answer)) {
    const name = answer.source === 'rollup' ? t.rollupData : answer.source === 'survey' ? t.surveyData : t.officialData
    const value = showValue(element, officialOf(answer), t, locale)
    const provider = element['x-provider']
    parts.push(<span key="official">{name} {answer.status === 'corrected' ? <s>{value}</s> : value}{provider ? fill(t.provider, { name: provider }) : ''}{pending ? <>{t.pendingHint}<span className="ys-keys">{t.pendingKey}</span></> : null}</span>)
  }
  if (element['x-previous'] && !table) {
    const previous = store.previous[id]
    if (previous === undefined || previous === null) parts.push(<span key="previous">{t.previousNone}</span>)
    else {
      const delta = typeof previous === 'number' && typeof answer?.value === 'number' && previous !== 0 ? difference(answer.value, previous, element['x-unit'], locale, t) : ''
      parts.push(<span key="previous">{fill(t.previous, { value: showValue(element, previous, t, locale) })}{delta}</span>)
    }
  }
  const by = answer?.by && answer.status !== 'proposed' && isPrefilled(answer)
    ? fill(answer.status === 'confirmed' ? t.byConfirmed : answer.status === 'corrected' ? t.byCorrected : t.byDisputed, { by: answer.by, at: dayOf(answer.at) }) : ''
  if (!parts.length && !by) return null
  return <p className="ys-src">{parts.map((part, index) => [index ? ' · ' : null, part])}{by ? <span className="ys-by">{by}</span> : null}</p>
}

/** "，+3.85 %"; percentages differ in points. */
function difference(now: number, before: number, unit: string | undefined, locale: 'zh' | 'en', t: ReturnType<typeof useText>): string {
  const change = unit === '%' ? now - before : (now / before - 1) * 100
  if (!Number.isFinite(change) || Math.abs(change) > 999 || Object.is(change, 0)) return ''
  const words = `${change > 0 ? '+' : ''}${formatNumber(change, { decimals: 2, unit: unit === '%' ? t.points : '%', locale })}`
  return `${t.comma}${words}`
}
