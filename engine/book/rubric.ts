import { levelWords } from '../levelWords.ts'
import { owned } from '../names.ts'
import type { Level } from '../../schemas/index.ts'
import { formatNumber } from '../format.ts'
import { html, type Html } from './html.ts'
import type { Page } from './page.ts'

/** How a point's level is decided, for people who read no rules. */
export function bookRubric(page: Page): Html {
  const { point: { rubric }, t, words } = page
  const levels = owned(page.compiled.framework.scales, rubric.scale)?.levels ?? []
  const name = (id: string): string => {
    const level: Level | undefined = levels.find((one) => one.id === id)
    return level ? levelWords(level) : id
  }
  const standards = standardsOf(page)
  const method = `${t.method[rubric.method]}${rubric.policy === 'unique' ? `${t.comma}${t.unique}` : ''}${rubric.template === undefined ? '' : `${t.open}${rubric.template}${t.close}`}`
  return html`<h4>${t.rubric}</h4><p>${method}${rubric.value !== undefined && html`${t.semicolon}${t.by}${t.colon}${words(rubric.value)}`}</p>
${levels.length > 0 && html`<table><thead><tr><th>${t.level}</th><th>${t.standard}</th><th>${t.descriptor}</th><th>${t.score}</th></tr></thead><tbody>${levels.map((level) => html`<tr><td class="l">${name(level.id)}</td><td>${standards.get(level.id)}</td><td>${rubric.descriptors?.[level.id]}</td><td class="n">${level.score}</td></tr>`)}</tbody></table>`}
${rubric.score !== undefined && html`<p>${t.score}${t.colon}${words(rubric.score)}</p>`}
${(['veto', 'cap', 'floor'] as const).flatMap((kind) => (rubric[kind] ?? []).map((limit) => html`<p class="limit"><b>${t[kind]}</b> ${t.limitTo[kind]}${name(limit.level)}${t.comma}${t.when}${t.colon}${limit.title}${t.open}${words(limit.when)}${t.close}</p>`))}
`
}

/** The standard of each level in words: its band with the numbers, or its condition. */
function standardsOf({ compiled, info, point: { rubric }, locale, t, words, parameter }: Page): Map<string, string> {
  const found = new Map<string, string>()
  const unit = typeof rubric.value === 'object' && rubric.value !== null && !Array.isArray(rubric.value) && typeof rubric.value['var'] === 'string' ? compiled.scope.variable(rubric.value['var'])?.unit : undefined
  const endOf = (from: unknown): string => {
    const path = typeof from === 'object' && from !== null && 'var' in from ? from.var : undefined
    return typeof from === 'number' ? formatNumber(from, { locale, ...(unit !== undefined && { unit }) }) : typeof path === 'string' && path.startsWith('params.') ? parameter(path.slice('params.'.length)) : ''
  }
  const upper = rubric.includes === 'upper'
  const bands = rubric.bands ?? []
  for (const [i, band] of bands.entries()) {
    const [low, high] = [band.from === undefined ? undefined : endOf(band.from), bands[i + 1]?.from === undefined ? undefined : endOf(bands[i + 1]?.from)]
    const text = low !== undefined && high !== undefined ? t.between(low, high, upper) : low !== undefined ? (upper ? t.above(low) : t.from(low)) : high !== undefined ? (upper ? t.upTo(high) : t.below(high)) : ''
    found.set(band.level, [found.get(band.level), text].filter(Boolean).join(t.semicolon))
  }
  for (const { level, levelIf } of info.point.rubric.criteria ?? []) found.set(level, [found.get(level), words(levelIf)].filter(Boolean).join(t.semicolon))
  if (rubric.otherwise !== undefined) found.set(rubric.otherwise, [found.get(rubric.otherwise), t.otherwise].filter(Boolean).join(t.semicolon))
  return found
}
