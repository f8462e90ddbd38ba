/** What the widget says. `{name}` is filled in. */
export const zh = {
  // header and saving
  comma: '，', due: '填报截止 {date}', daysLeft: '还有 {n} 天', dueToday: '今天截止', overdue: '已过期 {n} 天', synthetic: '示例数据（合成）',
  saved: '已保存 {time}', savedNever: '没有改动', saving: '正在保存…', waiting: '{n} 处修改待保存', held: '{n} 处须写明理由后才能保存', offline: '离线，{n} 处修改存在本机', offlineNone: '离线，可以继续填', retrying: '没连上，{n} 处修改存在本机，{s} 秒后再试',
  retryNow: '现在重试', signIn: '需要重新登录，{n} 处修改存在本机', signInNow: '重新登录', conflict: '{n} 处与他人不同', refused: '{n} 处没有存上，留在本机',
  print: '打印', export: '导出', submit: '提交', submitLeft: '（还差 {n} 项）', resubmit: '重新提交', submitElsewhere: '由本区提交人提交', submitElsewhereWords: '你的账号只填报不提交；填完后请本区提交人核对并提交。', skip: '跳到填报内容', one: '逐项', all: '连续', view: '显示方式', dark: '深色 / 浅色',
  // outline and to-do
  outline: '大纲', outlineTodo: '大纲 · 待办 {n}', current: '当前要点', todo: '待办', onlyTodo: '只看待办', showAll: '看全部', search: '查找要点或字段', nothingFound: '没有找到“{text}”', allDone: '没有待办',
  todoPending: '待确认的市级数据', todoMissing: '没填的', todoEvidence: '缺佐证', todoFix: '要改正', todoReturned: '退回待修改', survey: '调查导入', returnedMark: '退回', close: '关闭', overall: '总体',
  // a field
  official: '{source} {value}', officialData: '市级数据', rollupData: '学校汇总', surveyData: '调查数据', provider: '，{name}', previous: '去年 {value}', previousNone: '去年没有数据', pendingHint: '，待确认', pendingKey: '（按 Enter 确认）', points: '个百分点',
  confirm: '确认', correct: '更正', dispute: '有异议', stance: '对市级数据的态度', byConfirmed: '{by} {at} 确认', byCorrected: '{by} {at} 更正', byDisputed: '{by} {at} 提出',
  reason: '理由', reasonNeeded: '请写明理由。', reasonEvidence: '佐证', reasonChoose: '选择材料', reasonElsewhere: '其他要点的材料', upload: '上传', confirmAll: '全部确认 {n} 项', confirmedAll: '已确认 {n} 项。', disputeNote: '核对前按市级数据计算。', claim: '本区认为应为', claimSame: '判定不变。', upheld: '异议已采纳，按本区的数计算：{reason}（{by}）', dismissed: '异议未采纳，按市级数据计算：{reason}（{by}）', basisCurrent: '按区更正 {value}', basisOfficial: '按市级数据 {value}', basisClaim: '按区主张 {value}',
  help: '{title}的口径', required: '必填', optional: '选填', countOf: '{n} / {max} 字', choose: '请选择', yes: '是', no: '否', clear: '清除', computed: '系统计算', hasComputed: 'ƒ 列由系统计算', officialTable: '市级数据', confirmed: '已确认', corrected: '有更正', disputed: '有异议', pending: '待确认',
  slip: '{times}，是否把{from}填成了{to}？', slipShare: '约为去年的百分之一，是否把比例当成了百分数？', slipPlain: '{times}，请核对单位。', timesMore: '约为去年的一{n}倍', timesLess: '约为去年的{n}分之一', slipFix: '改为 {value}', thousand: '千', tenThousand: '万', hundredMillion: '亿',
  notNumber: '应为数字，收到“{text}”。', notNumberHint: '应为数字，收到“{text}”。单位是{unit}，如 {example}。', wrongUnit: '单位应为{unit}，收到“{text}”。', notStored: '没有存上：{why}',
  // validation
  vType: '{title}：应为{kind}，收到“{text}”。', vMinimum: '{title}：不能小于 {limit}，收到 {text}。', vMaximum: '{title}：不能大于 {limit}，收到 {text}。', vDecimals: '{title}：最多 {limit} 位小数，收到 {text}。', vMinLength: '{title}：至少 {limit} 个字，现有 {n} 个。', vMaxLength: '{title}：最多 {limit} 个字，现有 {n} 个。',
  vPattern: '{title}：格式不符，收到“{text}”。', vFormat: '{title}：应为日期，如 2025-09-01，收到“{text}”。', vOption: '{title}：不在选项中，收到“{text}”。', vMinItems: '{title}：至少 {limit} 行。', vMaxItems: '{title}：最多 {limit} 行。', vUnique: '{title}：有重复。',
  kindNumber: '数字', kindInteger: '整数', kindText: '文字', kindBoolean: '是或否', kindList: '列表',
  // table
  pasteExcel: '从 Excel 粘贴', pasteHint: '在 Excel 中复制后，在格子里按 Ctrl+V。', pasted: '已粘贴 {rows} 行 {columns} 列', pastedHead: '，首行作表头', pastedOver: '，{n} 格超出表格，没有粘贴', addRow: '添加一行', duplicateRow: '复制{row}', deleteRow: '删除{row}', named: '“{name}”', undo: '撤销', deletedRow: '已删除{row}', total: '合计', row: '第 {n} 行', rowsCount: '{n} 行', cell: '{row} {column}', scrollable: '{title}，可左右滚动', noData: '缺数据', actions: '操作', empty: '还没有行', heldTable: '上面的格子改正以后，整张表自动保存；现在留在本机。', weight: '权重', score: '得分', level: '等级', was: '市级数据 ', moreErrors: '还有 {n} 处',
  // evidence
  evidence: '佐证材料', evidenceDone: '{have} / {need} 已齐', evidenceSize: '单个不超过 {size}', reuse: '从已上传中选', atLeast: '至少 {n} 份', range: '{min}–{max} 份', upTo: '最多 {n} 份', ifAny: '如有', drop: '把文件拖到这里或某一项上，或', browse: '选择文件', remove: '移除 {name}', cancel: '取消', cancelUpload: '取消上传 {name}', retry: '重试', uploading: '{percent} % · {sent} / {total}', alsoCited: '{codes} 也引用',
  tooLarge: '{size}，超过单个 {limit}。可压缩或拆成几份再传。', wrongType: '类型不符：需要 {accept}，这是 {type}。', uploadFailed: '没有传上：{why}', emptyFile: '文件是空的。', libraryTitle: '本单位已上传的材料', searchFiles: '查找文件名或要点编号', libraryEmpty: '还没有上传过材料。', cite: '引用', cited: '已引用', forLevels: '评为“{levels}”须有', addTo: '添加到“{title}”', which: '放到哪一项？', offlineUpload: '离线，连上网后自动上传。', fileWord: 'Word 文档', fileExcel: 'Excel 表格', fileJpg: 'JPG 图片', filePng: 'PNG 图片', fileUnknown: '不认识的类型',
  // outcome
  verdict: '{code} 当前判定', verdictFinal: '{code} 判定', undetermined: '尚不能确定', awaiting: '待评定', failed: '判不出', notApplicable: '不适用', noLevel: '不评等级', colon: '：', semicolon: '；', or: ' 或 ', listed: '、', scoreIs: '得分 {n}',
  why: '为什么', missing: '还差什么', waitingOfficial: '市级数据 {n} 项待确认', ifOfficial: '若按市级数据', ifClaim: '若按区主张', towards: '怎样更好', basis: '依据', leftItems: '还差 {n} 项', nothingMissing: '材料已齐', requirement: '评价要求', ruler: '刻度：{segments}。{marks}', segmentBelow: '{level} 小于 {to}', segmentBetween: '{level} {from} 到 {to}', segmentAbove: '{level} {from} 以上', markCurrent: '当前 {value}', markOfficial: '市级 {value}', trace: '这个数从哪里来', traceUnknown: '未知', traceNone: '没有更多来历', openTrace: '查看 {name} 的来历', outcome: '整体结果',
  traceRule: '算法', traceInputs: '用到的数', sourceOfficial: '市级数据', sourceDistrict: '区填报', sourceRollup: '学校汇总', sourceSurvey: '第三方调查', kindParameter: '参数', kindPrevious: '去年', kindCalculation: '计算', kindUnit: '单位属性', kindCycle: '年度', kindEvidence: '佐证件数',
  // submit page
  submitTitle: '提交前检查', blocks: '还缺什么（补齐才能提交）', odd: '有什么异常（须说明）', untouched: '退回后没有改动。退回意见：{text}', submitLacks: '还差 {n} 项，补齐后才能提交。', nothingOdd: '没有异常', nothingBlocks: '没有缺项', note: '说明', noteNeeded: '有异常，或退回后没有改动，请写明原因。', notePlaceholder: '逐条写明原因，审核人会看到。', digest: '输入摘要', digestHint: '计分所用数据的 SHA-256；提交后结果中留有同一摘要，可据此核对。', who: '提交人', back: '返回填报', submitNow: '确认提交', submitting: '正在提交…', submitFailed: '没有提交成功：{why}', submitted: '已提交', submittedWords: '内容已锁定。如被退回，只解锁被退回的要点。', uploadsRunning: '还有 {n} 份佐证材料正在上传，传完后才能提交。', uploadsLost: '有 {n} 份佐证材料没有传上，去查看', offlineSubmit: '提交需要联网；已填的都存在本机。', submitMoved: '没有提交：在你核对时，他人又改了内容。现已载入，请再核对一遍，然后提交。', movedTitle: '你打开表单以后，他人改了这些要点，请核对：', unsavedSubmit: '还有 {n} 处修改没有保存，保存后才能提交。', jump: '去填',
  // states
  returned: '退回 {n} 个要点，其余保持提交时的样子。', feedback: '退回意见', readOnly: '只读', unsent: '这份表单锁定前，本机有 {n} 处修改没有存上，不在表单里：', forget: '知道了，不再保留', locked: '本要点没有退回，保持提交时的样子。', conflictTitle: '你编辑时，{by}也改了这一项', mine: '你填的', theirs: '{by}，已保存', useMine: '用 {value}', useTheirs: '用对方的 {value}', clash: '{row} · {column}：你填 {mine}，对方填 {theirs}', useMyCells: '用我填的', useTheirCells: '用对方填的', clashNote: '两人改的其余各格都保留。', someone: '他人', conflictNote: '另一个值会留在修改记录里。', noPoints: '这份指标体系里没有要点。', loadFailed: '表单没有载入，请稍后刷新页面再试（{why}）。', brokenDocument: '指标体系有问题，打不开：', before: '上一项', dash: '—',
}

export type Strings = { [K in keyof typeof zh]: string }
