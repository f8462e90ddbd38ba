import type { Locale } from '../format.ts'

const zh = {
  colon: '：', semicolon: '；', comma: '，', list: '、', open: '（', close: '）',
  book: '逻辑手册', edition: (edition: string) => `${edition} 版`, hash: '内容摘要', intro: '供审签：列出每个评价要点的数据、算法、标准线及其依据、等级。全部由指标体系文档生成，与系统判定所用的规则是同一份。',
  source: '来源文件', contents: '目录', requirement: '评价要求', note: '编者说明', fields: '数据', name: '名称', kind: '类型', unit: '单位', origin: '来源', required: '必填', help: '口径', columns: '各列',
  sources: { official: '市级部门', district: '区填报', rollup: '学校汇总', survey: '第三方调查' }, computed: '系统计算', kinds: { number: '数值', integer: '整数', string: '文本', boolean: '是/否', array: '表格', date: '日期', choice: '选择', choices: '多选' },
  calculations: '计算', checks: '校验', checkWhen: '应当', otherwiseSay: '否则提示', evidence: '佐证材料', evidenceLine: (min: number, accept: string) => `至少 ${min} 件，${accept}`, evidenceFor: (levels: string) => `取得${levels}须有`,
  rubric: '等级', method: { bands: '按数值区间', criteria: '按条件，自上而下取第一个成立的', judged: '由评定人在限定内评定', score: '只算得分', narrative: '叙述，不评等级' }, unique: '须恰有一个条件成立', by: '判定值', level: '等级', standard: '标准', descriptor: '文字标准', score: '分值',
  below: (end: string) => `低于 ${end}`, upTo: (end: string) => `不高于 ${end}`, from: (end: string) => `${end} 及以上`, above: (end: string) => `高于 ${end}`, between: (low: string, high: string, upper: boolean) => (upper ? `高于 ${low}，不高于 ${high}` : `${low} 及以上，低于 ${high}`),
  veto: '一票否决', cap: '封顶', floor: '保底', limitTo: { veto: '定为', cap: '不高于', floor: '不低于' }, when: '当', otherwise: '以上都不成立',
  parameters: '标准线与依据', value: '取值', basis: '依据', kindsOfBasis: { source: '来源文件', standard: '国家或本市标准', proposal: '建议值' }, unverified: '待核实',
  aggregation: '汇总', aggregations: { weightedMean: '下级得分按权重平均', sum: '下级得分按权重相加', geometric: '下级得分的加权几何平均', harmonic: '下级得分的加权调和平均', generalised: '下级得分的加权幂平均', lowest: '取下级中最低的', count: '数下级中达标的项数', copeland: '单位之间两两比较' }, power: (p: string) => `，幂次 ${p}`, missings: { skipAny: '有下级未定时只给出可能的范围', skipAll: '只用已定的下级', neverSkip: '未定的下级按 0 计' }, availability: (share: string) => `已定的权重至少占 ${share}`, rounding: (n: number, tie: string) => `得分保留 ${n} 位小数（${tie}）`, ties: { halfUp: '四舍五入', halfEven: '四舍六入五成双', down: '截去' },
  visibleIf: '适用条件', weight: '权重', yes: '是', no: '', cases: (n: number) => `用例 ${n} 个，全部通过后才能发布`, signed: '审签', signLine: '姓名　　　　　　　　日期　　　　　　',
}
const en: typeof zh = {
  colon: ': ', semicolon: '; ', comma: ', ', list: ', ', open: ' (', close: ')',
  book: 'Logic book', edition: (edition) => `Edition ${edition}`, hash: 'Content hash', intro: 'For sign-off: the data, formulas, thresholds with their basis and levels of every evaluation point, generated from the document the verdicts are computed from.',
  source: 'Source document', contents: 'Contents', requirement: 'Requirement', note: 'Editor’s note', fields: 'Data', name: 'Name', kind: 'Kind', unit: 'Unit', origin: 'Source', required: 'Required', help: 'How it is counted', columns: 'Columns',
  sources: { official: 'Municipal', district: 'District', rollup: 'Schools', survey: 'Survey' }, computed: 'Computed', kinds: { number: 'Number', integer: 'Whole number', string: 'Text', boolean: 'Yes/no', array: 'Table', date: 'Date', choice: 'Choice', choices: 'Choices' },
  calculations: 'Calculations', checks: 'Checks', checkWhen: 'Must hold', otherwiseSay: 'Otherwise', evidence: 'Evidence', evidenceLine: (min, accept) => `at least ${min}, ${accept}`, evidenceFor: (levels) => `needed for ${levels}`,
  rubric: 'Levels', method: { bands: 'By bands of a number', criteria: 'By conditions, the first that holds', judged: 'Judged by a person within limits', score: 'Score only', narrative: 'Narrative, no level' }, unique: 'exactly one condition must hold', by: 'Decided by', level: 'Level', standard: 'Standard', descriptor: 'Descriptor', score: 'Score',
  below: (end) => `below ${end}`, upTo: (end) => `up to ${end}`, from: (end) => `${end} and above`, above: (end) => `above ${end}`, between: (low, high, upper) => (upper ? `above ${low}, up to ${high}` : `from ${low}, below ${high}`),
  veto: 'Veto', cap: 'Cap', floor: 'Floor', limitTo: { veto: 'set to', cap: 'at most', floor: 'at least' }, when: 'when', otherwise: 'none of the above',
  parameters: 'Thresholds and their basis', value: 'Value', basis: 'Basis', kindsOfBasis: { source: 'Source document', standard: 'Standard', proposal: 'Proposal' }, unverified: 'to be verified',
  aggregation: 'Aggregation', aggregations: { weightedMean: 'weighted mean of the children’s scores', sum: 'weighted sum of the children’s scores', geometric: 'weighted geometric mean', harmonic: 'weighted harmonic mean', generalised: 'weighted power mean of the children’s scores', lowest: 'the lowest of the children', count: 'how many children pass', copeland: 'units compared in pairs' }, power: (p: string) => `, power ${p}`, missings: { skipAny: 'undetermined children leave a range', skipAll: 'only determined children count', neverSkip: 'undetermined children count as 0' }, availability: (share) => `at least ${share} of the weight determined`, rounding: (n, tie) => `scores with ${n} decimals (${tie})`, ties: { halfUp: 'half up', halfEven: 'half to even', down: 'cut off' },
  visibleIf: 'Applies if', weight: 'Weight', yes: 'yes', no: '', cases: (n) => `${n} golden cases, all of which must pass before publishing`, signed: 'Signed', signLine: 'Name                    Date            ',
}
export type BookStrings = typeof zh
export const bookStrings: Readonly<Record<Locale, BookStrings>> = { zh, en }
