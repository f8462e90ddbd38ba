/** Every refusal the server knows: its status and its words. `{name}` is filled from the details. */
export const errors = {
  UNAUTHENTICATED: [401, '请先登录。', 'Please sign in.'],
  WRONG_PASSWORD: [401, '账号或密码不对。', 'The name or the password is wrong.'],
  TOO_MANY_ATTEMPTS: [429, '尝试次数过多，请稍后再试。', 'Too many attempts; try again later.'],
  TOO_MANY_WRITES: [429, '操作过于频繁（每分钟超过 {perMinute} 次），请稍后再试。', 'Too many writes (over {perMinute} a minute); try again shortly.'],
  CSRF: [403, '请求不是从本站页面发出的，已拒绝。', 'The request does not come from our own pages and was refused.'],
  FORBIDDEN: [403, '您的角色不能进行此操作。', 'Your role may not do this.'],
  NOT_FOUND: [404, '没有找到。', 'Not found.'],
  METHOD_NOT_ALLOWED: [405, '此地址不支持该方法。', 'This address does not support the method.'],
  CLIENT_OUTDATED: [426, '系统已更新，本页面是更新以前打开的。请重新载入再继续：填报表里已填的内容保存在本机，其他页面上没有保存的内容请先复制留存。', 'The system was upgraded after this page was opened. Reload to go on. What was filled in a form is kept on this device; copy anything else that is not saved first.'],
  BAD_REQUEST: [400, '请求无法读取。', 'The request cannot be read.'],
  BODY_REQUIRED: [400, '请求没有内容。', 'The request has no body.'],
  JSON_INVALID: [400, '内容不是合法的 JSON。', 'The body is not valid JSON.'],
  JSON_TOO_DEEP: [400, '内容嵌套过深。', 'The body is nested too deeply.'],
  JSON_TOO_LARGE: [400, '内容的键、项或文字过多。', 'The body has too many keys, items or characters.'],
  DUPLICATE_KEY: [400, '同一个键出现了两次：{key}。', 'The same key occurs twice: {key}.'],
  KEY_NOT_ALLOWED: [400, '不允许使用的键：{key}。', 'A key that is not allowed: {key}.'],
  NUMBER_NOT_EXACT: [400, '数值无法精确保存：{number}。', 'A number that cannot be kept exactly: {number}.'],
  TEXT_NOT_ALLOWED: [400, '内容不是合法的 UTF-8 文本。', 'The body is not valid UTF-8 text.'],
  CHARACTER_NOT_ALLOWED: [400, '{place} 含有看不见或改变文字方向的字符。', '{place} has characters that cannot be seen or that turn the writing.'],
  UNKNOWN_FIELD: [400, '不认识的字段：{field}。', 'Unknown field: {field}.'],
  INVALID: [400, '请求内容不符合要求：{place} {problem}', 'The request does not fit: {place} {problem}'],
  UNSUPPORTED_MEDIA_TYPE: [415, '内容类型应为 {expected}。', 'The content type must be {expected}.'],
  BODY_TOO_LARGE: [413, '内容超过 {limit}。', 'The body exceeds {limit}.'],
  HEADERS_TOO_LARGE: [431, '请求的地址或标头过长。', 'The address or the headers are too long.'],
  REQUEST_TIMEOUT: [408, '传输中断，请再试一次。', 'The transfer stalled; please try again.'],
  REVISION_CONFLICT: [409, '他人已保存了更新的版本。', 'Someone else has saved a newer version.'],
  STATE_CONFLICT: [409, '当前状态下不能进行此操作。', 'This cannot be done in the present state.'],
  POINT_ACCEPTED: [409, '要点已经接受，不能再评定或决定异议；确需改变的，请先退回：{ids}。', 'Accepted already, so neither judged nor decided again; return it first: {ids}.'],
  DEADLINE_PASSED: [409, '填报截止时间已过（{deadline} 24 时）。', 'The deadline ({deadline}, end of day) has passed.'],
  CYCLE_CLOSED: [409, '年度任务已关闭。', 'The cycle is closed.'],
  ALREADY_EXISTS: [409, '已经存在：{id}。', 'Already exists: {id}.'],
  TITLE_TAKEN: [409, '已有同名的年度任务：{title}。', 'There is a cycle of this name already: {title}.'],
  DEADLINE_OVER: [422, '填报截止日期已过：{deadline}。', 'The deadline has passed already: {deadline}.'],
  DEADLINE_ORDER: [422, '审核截止日期应不早于今天和填报截止：{deadline}。', 'The review must end neither before today nor before the filling: {deadline}.'],
  NAME_TOO_ALIKE: [409, '与已有账号 {id} 看起来几乎一样，请换一个账号名。', 'Looks almost like the account {id}; choose another name.'],
  LAST_ADMIN: [409, '这是最后一个管理员账号，不能停用或改为其他角色。', 'This is the last administrator; it can be neither disabled nor given another role.'],
  IN_USE: [409, '正在使用，不能删除。', 'In use; it cannot be removed.'],
  TOO_MANY_FILES: [409, '该项佐证材料已达上限 {max} 件。', 'The requirement already has its {max} files.'],
  EVIDENCE_QUOTA: [409, '本区佐证材料总量将超过 {limit}，请先删除不再需要的材料。', 'The evidence of this district would exceed {limit}; remove what is no longer needed.'],
  OPERATION_ID_REUSED: [422, '同一操作编号用于了不同的内容。', 'The operation id was used for another content.'],
  ANSWER_INVALID: [422, '有填写内容的类型不对。', 'Some answers are of the wrong type.'],
  UNKNOWN_ELEMENT: [422, '本次填报中没有这些要素：{ids}。', 'Not part of this form: {ids}.'],
  REASON_REQUIRED: [422, '更正或提出异议须写明理由。', 'A correction or dispute needs a reason.'],
  NOT_OFFICIAL: [422, '没有市级值，不能更正或提出异议：{ids}。', 'There is no official value to correct or dispute: {ids}.'],
  NOT_DISPUTED: [422, '区对这些要素没有提出异议：{ids}。', 'The unit does not dispute these: {ids}.'],
  CLAIM_MISSING: [422, '区没有写明与市级值不同的数，无法采纳，请退回补充：{ids}。', 'The unit claims no other value, so there is none to uphold; return it: {ids}.'],
  NOT_READY: [422, '还有 {count} 处必须先补正。', '{count} places must be put right first.'],
  NOTE_REQUIRED: [422, '有 {count} 处异常，提交时须写说明。', '{count} places are unusual; submitting needs a note.'],
  DOCUMENT_INVALID: [422, '文档有 {count} 处错误。', 'The document has {count} errors.'],
  TOO_COMPLEX: [422, '文档过于复杂，在限定的时间和内存内没有算完。', 'The document is too complex to be worked out within the limits of time and memory.'],
  CASES_RED: [422, '有 {count} 个用例未通过。', '{count} golden cases fail.'],
  LEVEL_NOT_ALLOWED: [422, '所选等级超出计算限定的范围。', 'The level is outside the computed limits.'],
  UNKNOWN_POINT: [422, '没有这些评价要点：{ids}。', 'No such evaluation points: {ids}.'],
  UNKNOWN_UNIT: [422, '没有这个区：{unit}。', 'No such unit: {unit}.'],
  UNKNOWN_EDITION: [422, '没有这个版次：{edition}。', 'No such edition: {edition}.'],
  UNKNOWN_REQUIREMENT: [422, '没有这项佐证要求：{id}。', 'No such evidence requirement: {id}.'],
  TYPE_NOT_ALLOWED: [415, '不接受这种文件，应为 {accept}。', 'This kind of file is not accepted; expected {accept}.'],
  TYPE_MISMATCH: [415, '文件内容与扩展名不符：内容为 {found}。', 'The content does not match the extension: it is {found}.'],
  ARCHIVE_UNSAFE: [422, '压缩结构异常，已拒绝。', 'The archive structure is unsafe.'],
  IMAGE_TOO_LARGE: [422, '图片像素过大。', 'The picture has too many pixels.'],
  FILE_TOO_LARGE: [413, '文件超过 {limit}。', 'The file exceeds {limit}.'],
  FILE_EMPTY: [422, '文件是空的。', 'The file is empty.'],
  EVIDENCE_CORRUPT: [500, '存储的文件已损坏，请联系管理员。', 'The stored file is damaged; tell the administrator.'],
  PASSWORD_TOO_LONG: [400, '密码过长。', 'The password is too long.'],
  CURRENT_PASSWORD_WRONG: [422, '当前密码不对。', 'The current password is wrong.'],
  PASSWORD_UNCHANGED: [422, '新密码不能与当前密码相同。', 'The new password must differ from the current one.'],
  STORAGE_FULL: [507, '存储空间已满，未能保存。', 'Storage is full; nothing was saved.'],
  STORE_UNAVAILABLE: [503, '存储暂时不可用，请稍后再试。', 'The store is unavailable; try again later.'],
  INTERNAL: [500, '服务器出错，已记录。', 'Something went wrong here; it has been logged.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type ErrorCode = keyof typeof errors

/** A refusal on its way to the client. */
export class Refusal extends Error {
  code: ErrorCode
  details: Record<string, unknown> | undefined
  headers: Record<string, string>

  constructor(code: ErrorCode, details?: Record<string, unknown>, headers: Record<string, string> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
    this.headers = headers
  }

  get status(): number {
    return errors[this.code][0]
  }

  words(language: 'zh' | 'en'): string {
    return errors[this.code][language === 'zh' ? 1 : 2].replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'limit' ? size(this.details?.[name]) : shown(this.details?.[name])))
  }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.slice(0, 10).join('、')
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : ''
}

/** A limit in bytes as people say it. */
function size(bytes: unknown): string {
  if (typeof bytes !== 'number') return shown(bytes)
  const [power, name] = bytes < 2 ** 20 ? [10, 'KB'] : bytes < 2 ** 30 ? [20, 'MB'] : [30, 'GB']
  return `${Math.round((bytes / 2 ** power) * 10) / 10} ${name}`
}
