import { owned } from '../names.ts'
import type { Aggregation } from '../../schemas/index.ts'
import { bandEnd } from '../compile.ts'
import type { Compiled } from '../compiled.ts'
import { formatNumber, type Locale } from '../format.ts'
import { html, type Html } from './html.ts'
import { bookStrings } from './strings.ts'

/** How children combine, with the lines between levels and where they come from. */
export function bookAggregation({ framework, profile }: Compiled, aggregation: Aggregation, locale: Locale): Html {
  const t = bookStrings[locale]
  const levels = owned(framework.scales, aggregation.scale)?.levels ?? []
  const bands = aggregation.bands ?? []
  const upper = aggregation.includes === 'upper'
  const end = (i: number): string | undefined => {
    const from = bands[i]?.from
    const value = from === undefined ? undefined : bandEnd(from, framework, profile)
    return value === undefined ? undefined : formatNumber(value, { locale })
  }
  const range = (i: number): string => {
    const [low, high] = [end(i), end(i + 1)]
    if (low !== undefined && high !== undefined) return t.between(low, high, upper)
    return low !== undefined ? (upper ? t.above(low) : t.from(low)) : high === undefined ? '' : upper ? t.upTo(high) : t.below(high)
  }
  const source = (i: number): string => {
    const from = bands[i]?.from
    const path = typeof from === 'object' && from !== null && !Array.isArray(from) && typeof from['var'] === 'string' ? from['var'] : ''
    const parameter = owned(framework.parameters, path.slice('params.'.length))
    return parameter ? [parameter.title, t.kindsOfBasis[parameter.basis.kind], parameter.basis.document, parameter.basis.clause, parameter.basis.unverified ? t.unverified : undefined].filter(Boolean).join(t.comma) : ''
  }
  return html`<h4>${t.aggregation}</h4><p>${t.aggregations[aggregation.method]}${aggregation.method === 'generalised' && t.power(formatNumber(aggregation.power ?? 1, { locale }))}${t.semicolon}${t.missings[aggregation.missing ?? 'skipAny']}${aggregation.availability !== undefined && `${t.semicolon}${t.availability(formatNumber(aggregation.availability * 100, { unit: '%', locale }))}`}${aggregation.round && `${t.semicolon}${t.rounding(aggregation.round.decimals, t.ties[aggregation.round.tie ?? 'halfUp'])}`}</p>
${bands.length > 0 && html`<table><thead><tr><th>${t.level}</th><th>${t.standard}</th><th>${t.basis}</th></tr></thead><tbody>${bands.map((band, i) => ({ band, i })).toReversed().map(({ band, i }) => html`<tr><td class="l">${levels.find(({ id }) => id === band.level)?.label ?? band.level}</td><td>${range(i)}</td><td>${source(i)}</td></tr>`)}</tbody></table>`}
`
}
