/** A piece of HTML that is safe to put into a page as it stands. */
export interface Html { readonly html: string }

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char)

type Child = Html | string | number | undefined | false | readonly Child[]

/** HTML from a template: every value is escaped unless it is HTML already; lists are joined, nothing is left out silently but undefined and false. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  return { html: strings.reduce((text, part, i) => text + render(values[i - 1]) + part) }
}

function render(value: Child): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value))
  return Array.isArray(value) ? value.map((item: Child) => render(item)).join('') : (value as Html).html
}
