import { Router, urlencoded } from 'express'
import { addUser } from './accounts.ts'
import { Refusal } from './errors.ts'
import { isFirstAdminToken, spendFirstAdminToken } from './firstAdmin.ts'
import { hashPassword } from './password.ts'
import { localsOf } from './security.ts'
import { signIn } from './session.ts'
import type { Store } from './store/port.ts'

const style = 'body{margin:0;font:14px/22px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1f2937}main{max-width:360px;margin:12vh auto;padding:0 16px}label{display:block;margin:16px 0}input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:6px 10px;border:1px solid #cbd3dc;border-radius:4px}button{font:inherit;color:#fff;background:#0f6b6e;border:0;border-radius:4px;padding:8px 20px}p[role]{color:#b42318}'

/** Where the one-time link leads: a small form, no script. */
export function firstAdminPage(store: Store): Router {
  const router = Router()
  router.get('/:token', async (request, response) => {
    if (!(await isFirstAdminToken(store, request.params.token))) throw new Refusal('NOT_FOUND')
    response.set('cache-control', 'no-store').type('html').send(page(localsOf(response).nonce, ''))
  })
  router.post('/:token', urlencoded({ extended: false, limit: '8kb', parameterLimit: 10 }), async (request, response) => {
    if (!(await isFirstAdminToken(store, request.params.token))) throw new Refusal('NOT_FOUND')
    const { name = '', title = '', password = '' } = (request.body ?? {}) as Record<string, string>
    const problem = !/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(name) ? '账号用字母、数字。' : !title.trim() || title.length > 200 ? '请写姓名。' : password.length < 8 || Buffer.byteLength(password) > 1024 ? '密码至少 8 位。' : ''
    if (problem) return void response.status(422).type('html').send(page(localsOf(response).nonce, problem))
    const at = new Date().toISOString()
    const id = name.toLowerCase()
    const added = await addUser(store, { name: id, title: title.trim(), role: 'city-admin', password: await hashPassword(password), disabled: false, demo: false, createdAt: at }, { id, name: title.trim() }, at)
    if (!added) throw new Refusal('NOT_FOUND')
    await spendFirstAdminToken(store)
    await signIn(store, request, response, id)
    response.redirect(303, '/')
  })
  return router
}

function page(nonce: string, problem: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>第一个管理员 · 量尺</title><style nonce="${nonce}">${style}</style></head><body><main>
<h1>第一个管理员</h1><p>此链接只能用一次。之后由管理员在“系统”中建立其他账号。</p>${problem ? `<p role="alert">${problem}</p>` : ''}
<form method="post"><label>账号<input name="name" autocomplete="username" required maxlength="60"></label><label>姓名<input name="title" autocomplete="name" required maxlength="200"></label><label>密码<input name="password" type="password" autocomplete="new-password" required minlength="8"></label><button>建立并登录</button></form></main></body></html>`
}
