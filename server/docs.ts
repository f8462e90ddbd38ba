import { errors } from './errors.ts'
import type { Role } from './roles.ts'
import type { Route } from './route.ts'

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const roles: Record<Role, string> = { 'city-admin': '管理员', 'city-editor': '市编辑', expert: '专家', 'district-filler': '区填报员', 'district-submitter': '区提交人', viewer: '查看' }

/** The interface on one page, for people; no script. */
export function docsPage(routes: readonly Route[], nonce: string): string {
  const sections = routes.map((route) => {
    const who = route.roles === 'anyone' ? '无须登录' : route.roles.map((role) => roles[role]).join('、')
    const schema = (title: string, value: unknown) => (value === undefined ? '' : `<details><summary>${title}</summary><pre>${escape(JSON.stringify(value, null, 2))}</pre></details>`)
    return `<section><h2><code>${route.method}</code> <code>/api/v1${escape(route.path)}</code></h2><p>${escape(route.summary)}<span>${escape(who)}</span></p>${schema('参数', route.query)}${schema('请求', route.body)}${schema('回答', route.answer)}</section>`
  })
  const rows = Object.entries(errors).map(([code, [status, zh, en]]) => `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escape(zh)}</td><td lang="en">${escape(en)}</td></tr>`)
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>量尺接口</title><style nonce="${nonce}">${style}</style></head><body><main>
<h1>量尺接口</h1><p>机器可读的描述：<a href="openapi.json">openapi.json</a>（OpenAPI 3.1）。会话以 cookie 标识；写操作须带本站的 <code>Origin</code> 或 <code>Sec-Fetch-Site: same-origin</code>。</p>
${sections.join('\n')}<h2>错误</h2><div class="wide"><table><thead><tr><th>代码</th><th>状态</th><th>说明</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></main></body></html>`
}

const style = `body{margin:0;font:14px/22px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1f2937;background:#fff}main{max-width:960px;margin:0 auto;padding:32px 16px}
h1{font-size:24px;line-height:32px}h2{font-size:15px;margin:0 0 4px}section{border-top:1px solid #e5e9ee;padding:16px 0}section p{margin:0 0 8px;display:flex;gap:16px;flex-wrap:wrap}section p span{color:#6b7785}
code,pre{font:13px/20px ui-monospace,Menlo,Consolas,monospace}h2 code:first-child{color:#0f6b6e;display:inline-block;min-width:64px}pre{background:#f6f8fa;padding:12px;overflow:auto;max-height:420px}summary{cursor:pointer;color:#0f6b6e}
a{color:#0f6b6e}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:6px 12px 6px 0;border-top:1px solid #e5e9ee;vertical-align:top}:target{background:#e8f3f3}`
