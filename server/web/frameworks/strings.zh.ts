export const zh = {
  title: '指标体系', words: '每年一版。已发布的版次不能再改，只能据此起草新版。', create: '新建草稿', empty: '还没有指标体系', emptyWords: '从哪里开始？之后都可以改。',
  fromExample: '用示例开始', fromExampleWords: '随产品提供的完整指标体系，可以直接改', blank: '空白', blankWords: '先建一级指标，再往下加', file: '导入文件', fileWords: '量尺导出的版次或草稿，JSON', fromEdition: '基于已有版次', fromEditionWords: '沿用指标、要素、量规和参数，只改要改的',
  newEdition: '起草新版', edition: '版次', editionOf: (edition: string) => `${edition} 版`, draft: '草稿', published: '已发布', when: '时间', by: '经办', note: '说明', hash: '内容摘要', used: '使用', usedBy: (cycles: number) => (cycles ? `${cycles} 次任务` : '未使用'), basedOn: (edition: string) => `基于 ${edition} 版`,
  open: '查看', edit: '打开设计器', remove: '删除草稿', removeAsk: '删除这份草稿？', removeWords: '草稿的内容将不能恢复；已发布的版次不受影响。', removed: '草稿已删除', book: '逻辑手册（打印）', exportJson: '导出 JSON', openCycle: '开启年度任务', more: '更多',
  how: '从哪里开始', source: '来源', chooseEdition: '选一版', name: '名称', namePlease: '请填名称', editionPlease: '请填版次，如 2026', editionHint: '一个指标体系内不能重复，如 2026', chooseFile: '选择文件', notJson: '这个文件不是 JSON 文档。', filePlease: '请选择文件', start: '开始起草', cancel: '取消',
  unsaved: '草稿还有修改没有保存', unsavedWords: '离开后，没有保存的修改不会保留。可以留在此页，等连上服务器后自动保存。', leave: '离开', stay: '留在此页', publishedNow: (edition: string) => `${edition} 版已发布`, publishedAt: (at: string) => `${at} 发布`,
}
export type Strings = typeof zh
