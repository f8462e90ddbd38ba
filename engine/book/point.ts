import type { Element, Rule } from '../../schemas/index.ts'
import type { Compiled, PointInfo } from '../compiled.ts'
import { formatNumber, type Locale } from '../format.ts'
import { namesIn, owned } from '../names.ts'
import { variablesOf } from '../variables.ts'
import { wordsOf } from '../words.ts'
import { html, type Html } from './html.ts'
import type { Page } from './page.ts'
import { bookRubric } from './rubric.ts'
import { bookStrings, type BookStrings } from './strings.ts'

/** One evaluation point of the logic book. */
export function bookPoint(compiled: Compiled, info: PointInfo, locale: Locale): Html {
  const t = bookStrings[locale]
  const titles = new Map(variablesOf(compiled, info.id).flatMap(({ path, title, columns }) => [[path, title] as const, ...(columns ?? []).map((column) => [`${path}.${column.id}`, column.title] as const)]))
  const parameter = (id: string): string => {
    const found = owned(compiled.framework.parameters, id)
    const value = compiled.scope.variable(`params.${id}`)?.constant ?? found?.value
    return typeof value === 'number' ? formatNumber(value, { locale, ...(found?.unit !== undefined && { unit: found.unit }), ...(found?.decimals !== undefined && { decimals: found.decimals }) }) : String(value as string | boolean)
  }
  const title = (path: string): string | undefined => (path.startsWith('params.') ? `${titles.get(path) ?? path}${t.open}${parameter(path.slice('params.'.length))}${t.close}` : titles.get(path))
  const page: Page = { compiled, info, point: info.point, locale, t, words: (rule) => wordsOf(rule, title, locale), parameter }
  return html`<section class="point" id="${info.id}">
<h3>${info.code} ${info.title}</h3>
<blockquote>${info.point.requirement}</blockquote>
${info.point.note !== undefined && html`<p class="note"><b>${t.note}</b> ${info.point.note}</p>`}
${info.point.visibleIf !== undefined && html`<p><b>${t.visibleIf}</b> ${page.words(info.point.visibleIf)}</p>`}
${fields(page)}${calculations(page)}${bookRubric(page)}${parameters(page)}${checks(page)}${evidence(page)}
<p class="cases">${t.cases(info.point.examples?.length ?? 0)}</p>
<p class="sign">${t.signed}${t.colon}${t.signLine}</p>
</section>
`
}

function kindOf(element: Element, t: BookStrings): string {
  if (element.oneOf) return t.kinds.choice
  if (element.format === 'date') return t.kinds.date
  return element.type === 'array' && element.items?.type === 'string' ? t.kinds.choices : t.kinds[element.type]
}

function fields({ info, t }: Page): Html | undefined {
  if (info.fields.length === 0) return undefined
  const row = (schema: Element, required: boolean, depth = 0): Html => html`<tr class="d${depth}"><td>${schema.title}</td><td class="n">${kindOf(schema, t)}</td><td class="n">${schema['x-unit']}</td><td>${schema['x-calculation'] === undefined ? t.sources[schema['x-source'] ?? 'district'] : t.computed}${schema['x-provider'] !== undefined && `${t.open}${schema['x-provider']}${t.close}`}</td><td>${required ? t.yes : t.no}</td><td>${schema.description}${schema.oneOf && schema.oneOf.map(({ title }) => title).join(t.list)}</td></tr>`
  return html`<h4>${t.fields}</h4><table><thead><tr><th>${t.name}</th><th>${t.kind}</th><th>${t.unit}</th><th>${t.origin}</th><th class="n">${t.required}</th><th>${t.help}</th></tr></thead><tbody>${info.fields.map(({ schema, required }) => [
    row(schema, required), ...Object.entries(schema.items?.properties ?? {}).map(([id, column]) => row({ ...column, 'x-source': column['x-source'] ?? schema['x-source'] ?? 'district' }, schema.items?.required?.includes(id) === true, 1)),
  ])}</tbody></table>`
}

function calculations({ point, t, words }: Page): Html | undefined {
  const list = Object.values(point.calculations ?? {})
  return list.length === 0 ? undefined : html`<h4>${t.calculations}</h4><dl>${list.map(({ title, rule, unit, description }) => html`<dt>${title}${unit !== undefined && html` <i>${unit}</i>`}</dt><dd>${words(rule)}${description !== undefined && html`<br><small>${description}</small>`}</dd>`)}</dl>`
}

function checks({ point, t, words }: Page): Html | undefined {
  const list = point.checks ?? []
  return list.length === 0 ? undefined : html`<h4>${t.checks}</h4><ul>${list.map(({ rule, message }) => html`<li>${t.checkWhen} ${words(rule)}${t.semicolon}${t.otherwiseSay}“${message}”</li>`)}</ul>`
}

function evidence({ compiled, point, t }: Page): Html | undefined {
  const list = point.evidence ?? []
  const levels = owned(compiled.framework.scales, point.rubric.scale)?.levels ?? []
  return list.length === 0 ? undefined : html`<h4>${t.evidence}</h4><ul>${list.map(({ title, accept, min = 0, period, forLevels = [] }) => html`<li>${title}${t.open}${t.evidenceLine(min, accept.join(t.list))}${period !== undefined && `${t.comma}${period}`}${forLevels.length > 0 && `${t.comma}${t.evidenceFor(forLevels.map((id) => levels.find((level) => level.id === id)?.label ?? id).join(t.list))}`}${t.close}</li>`)}</ul>`
}

/** Every parameter the point's rules read, with where it comes from. */
function parameters({ compiled, point, t, parameter }: Page): Html | undefined {
  const tables = Object.keys(point.schema.properties).map((id) => compiled.fields.get(id)?.schema)
  const names = namesIn([point.calculations ?? {}, point.rubric, point.checks ?? [], tables] as unknown as Rule)
  const ids = [...names].filter((path) => path.startsWith('params.')).map((path) => path.slice('params.'.length)).filter((id) => owned(compiled.framework.parameters, id))
  return ids.length === 0 ? undefined : html`<h4>${t.parameters}</h4><table><thead><tr><th>${t.name}</th><th>${t.value}</th><th>${t.basis}</th></tr></thead><tbody>${ids.map((id) => {
    const { title, basis } = owned(compiled.framework.parameters, id) ?? { title: id, basis: { kind: 'proposal' as const } }
    const words = [t.kindsOfBasis[basis.kind], basis.document, basis.clause, basis.note].filter((part) => part !== undefined && part !== '').join(t.comma)
    return html`<tr><td>${title}</td><td class="n">${parameter(id)}</td><td>${words}${basis.unverified === true && html` <em>${t.unverified}</em>`}</td></tr>`
  })}</tbody></table>`
}
