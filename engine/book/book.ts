import type { Compiled } from '../compiled.ts'
import type { Locale } from '../format.ts'
import { hash } from '../hash.ts'
import type { TreeNode } from '../tree.ts'
import { html, type Html } from './html.ts'
import { bookAggregation } from './aggregation.ts'
import { bookPoint } from './point.ts'
import { bookStrings } from './strings.ts'

const style = `
body{font:14px/22px "Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:#1a2632;max-width:60em;margin:0 auto;padding:24px}
h1{font-size:24px;line-height:32px;margin:0}h2{font-size:20px;line-height:28px;margin:40px 0 8px;border-bottom:1px solid #c9d1d8}h3{font-size:16px;line-height:24px;margin:32px 0 4px}h4{font-size:13px;line-height:20px;margin:12px 0 2px;color:#0f6b6e}
blockquote{margin:0 0 8px;padding-left:12px;border-left:2px solid #8fc0bf;color:#465463}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:20px}th{text-align:left;font-weight:400;color:#5d6b79;border-bottom:1px solid #c9d1d8;padding:3px 8px 3px 0}td{vertical-align:top;border-bottom:1px solid #e1e6ea;padding:3px 8px 3px 0}tr.d1 td:first-child{padding-left:16px}.n{white-space:nowrap;font-variant-numeric:tabular-nums}.l{white-space:nowrap;font-weight:600}
p{margin:2px 0}dl{margin:0}dt{font-weight:600}dd{margin:0 0 4px}i{font-style:normal;color:#5d6b79}em{font-style:normal;color:#855300}small,.note,.cases,.sign,.meta{color:#5d6b79;font-size:12px;line-height:18px}ul{margin:0;padding-left:20px}nav ul{list-style:none;padding-left:12px}a{color:#0f6b6e;text-decoration:none}
.point{break-inside:auto}.sign{margin-top:8px;border-top:1px dotted #c9d1d8;padding-top:4px;white-space:pre}
@media print{body{padding:0;max-width:none}h2{break-before:page}h3,h4{break-after:avoid}tr{break-inside:avoid}nav{break-after:page}}`

/**
 * The logic book of a framework: a printable HTML page that lists every point's fields, rules in words, thresholds with
 * their basis and levels, for sign-off by people who read no JSON. Complete in itself: no scripts, nothing is fetched.
 */
export function logicBook(compiled: Compiled, locale: Locale = 'zh', nonce?: string): string {
  const t = bookStrings[locale]
  const { framework, root } = compiled
  const entry = (node: TreeNode): Html => html`<li>${node.kind === 'point' ? html`<a href="#${node.id}">${node.code} ${node.title}</a>` : html`${node.code} ${node.title}`}${node.children.length > 0 && html`<ul>${node.children.map(entry)}</ul>`}</li>`
  const section = (node: TreeNode): Html => {
    const info = compiled.point(node.id)
    if (info) return bookPoint(compiled, info, locale)
    return html`${node.depth === 1 ? html`<h2>${node.code} ${node.title}</h2>` : html`<h3>${node.code} ${node.title}</h3>`}<p class="meta">${t.weight} ${node.weight}</p>${node.indicator?.aggregation && bookAggregation(compiled, node.indicator.aggregation, locale)}${node.children.map(section)}`
  }
  const page = html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${framework.title} · ${t.book}</title><style${nonce !== undefined && html` nonce="${nonce}"`}>${{ html: style }}</style></head>
<body><header><h1>${framework.title}</h1><p>${t.book} · ${t.edition(framework.edition)}</p><p class="meta">${t.hash} ${hash(framework)}</p><p>${t.intro}</p>
${framework.source && html`<p>${t.source}${t.colon}${framework.source.title}${framework.source.number !== undefined && `${t.open}${framework.source.number}${t.close}`}</p>`}${framework.aggregation && bookAggregation(compiled, framework.aggregation, locale)}</header>
<nav><h4>${t.contents}</h4><ul>${root.children.map(entry)}</ul></nav>
${root.children.map(section)}
</body></html>
`
  return page.html
}
