export const zh = {
  product: '量尺', title: '区政府依法履行教育职责评价', audience: '市教育督导办、各区教育督导室与评价专家使用',
  skip: '跳到正文', mainNav: '主导航', loading: '正在载入', synthetic: '示例数据（合成）',
  home: '首页', frameworks: '指标体系', cycles: '年度任务', overview: '总览', review: '审核', system: '系统', my: '我的填报', result: '我的结果',
  signIn: '登录', signOut: '退出登录', name: '账号', password: '密码', namePlease: '请填账号', passwordPlease: '请填密码', forgotten: '忘记密码，请市教育督导办在“系统 › 账号”中重置。',
  demoAccounts: '演示账号', demoWords: '这是演示环境，数据是合成的。点一个账号填入。', demoPassword: '密码都是', otherLanguage: 'English',
  again: '登录已过期，请再登录一次', againWords: '您填的都在，登录后接着填。', goOn: '继续', otherAccount: '换账号登录', otherAccountWords: '登录的不是原来的账号，请用原账号，或换账号重新开始。',
  forbidden: '没有权限查看', forbiddenWords: '您的账号看不了这里的内容。如果工作需要，请市教育督导办在“系统 › 账号”中开通。',
  notFound: '没有找到', notFoundWords: '地址有误，或者内容已经删除。', unreachable: '连不上服务器', unreachableWords: '请检查网络，稍后再试。没有保存的内容仍在这个页面上。',
  notLoadedWords: '这一页没有载入：网络断了，或者系统正在更新。请稍后重新载入。',
  wentWrong: '没有完成', tryAgain: '再试一次', goHome: '回到首页', broken: '页面出错了', brokenWords: '已经保存的内容不受影响。请重新载入页面；如果反复出现，请告诉管理员。', reload: '重新载入',
  requestId: (id: string) => `编号 ${id}`,
  roles: { 'city-admin': '管理员', 'city-editor': '市编辑', expert: '专家', 'district-filler': '区填报员', 'district-submitter': '区提交人', viewer: '查看' },
  noServer: '连不上服务器，请稍后再试。',
  unknownError: '服务器没有完成这个请求。',
  states: { notStarted: '未开始', draft: '填报中', submitted: '审核中', returned: '退回', accepted: '已接受' },
  undetermined: '尚不能确定', open: '未定', awaiting: '待评定', failed: '判不出', notApplicable: '不适用', or: ' 或 ', listed: '、', colon: '：', noLevel: '不评等级', basis: '依据',
}
export type Strings = typeof zh
