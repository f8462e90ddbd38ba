export const zh = {
  title: '系统', accounts: '账号', audit: '审计记录', create: '新建账号', name: '账号', displayName: '姓名', role: '角色', unit: '所属区', noUnit: '—', state: '状态', active: '正常', disabled: '已停用', demo: '演示', password: '密码', passwordHint: '至少 8 位，请用可靠的方式告诉本人', passwordShort: '密码至少 8 位', namePlease: '请填账号，用字母、数字、点、横线', titlePlease: '请填姓名', unitPlease: '区角色要选所属区', save: '保存', cancel: '取消', created: '账号已建立', changed: '已保存', edit: '修改', resetPassword: '重设密码', resetDone: '密码已重设，请用可靠的方式告诉本人', disable: '停用', enable: '启用', disableAsk: (name: string) => `停用 ${name}？`, disableWords: '停用后不能登录，已登录的会话立即结束；记录都保留。', search: '按账号、姓名、区查找', noneFound: '没有找到',
  auditWords: '每一次改动都有一条记录，前后相连，改动或删去任何一条都会被发现。', verify: '校验记录', verifying: '正在校验', intact: (entries: number) => `完整：${entries} 条记录首尾相连`, brokenChain: '记录不完整，请立即联系技术支持', head: '全部记录的总摘要', when: '时间', who: '谁', what: '做了什么', digest: '摘要', more: '更早的记录', noEntries: '还没有记录', seq: '序号',
}
export type Strings = typeof zh
