export const zh = {
  listed: '、',
  comma: '，',
  title: '年度任务', words: '选一版指标体系，定要点、参加的区和期限，开启后各区开始填报。', create: '新建年度任务', empty: '还没有年度任务', emptyWords: '有已发布的指标体系后，就可以开启一次年度任务。', noEdition: '还没有已发布的指标体系', noEditionWords: '请先在“指标体系”中发布一版。', toFrameworks: '去指标体系',
  name: '名称', year: '年度', edition: '指标体系', editionOf: (edition: string) => `${edition} 版`, state: '状态', open: '进行中', closed: '已关闭', progress: '进度', deadline: '填报截止', review: '审核截止', left: (days: number) => (days < 0 ? `已过 ${-days} 天` : days === 0 ? '今天截止' : `还有 ${days} 天`),
  basics: '基本情况', points: '选取要点', pointsWords: (chosen: number, all: number) => `已选 ${chosen} / ${all} 个。没有选的要点不填报、不评定。`, all: '全选', none: '全不选', units: '参加的区', unitsWords: '从上一次任务沿用，可以增减；也可以把名单粘贴进来，每行一个：标识、名称。', unitId: '标识', unitTitle: '名称', addUnit: '添加一个区', removeUnit: '移除', parameters: '参数调整', parametersWords: '只改取值，不改规则；每项要写理由。', addParameter: '调整一个参数', parameter: '参数', standard: '版次取值', value: '本次取值', reason: '理由', reasonPlease: '请写理由', numberPlease: '应填数字', valuePlease: '请填取值', parameterWrong: (title: string, problem: string) => `参数“${title}”：${problem}`, yes: '是', no: '否',
  previous: '上一次任务', previousWords: '用来显示去年的数和等级', noPrevious: '没有', openNow: '开启任务', openAsk: (title: string) => `开启“${title}”？`, openMeans: '开启后各区即可填报。要点、区、参数和期限不能再改。', cancel: '取消', namePlease: '请填名称', deadlinePlease: '请定截止日期', deadlinePast: '截止日期已经过去', reviewEarly: '审核截止不能早于填报截止', pointsPlease: '至少选一个要点', unitsPlease: '至少要有一个区；标识用小写字母开头的字母、数字、下划线，不能重复；名称都要填', opened: (units: number) => `已开启，${units} 个区可以开始填报`, synthetic: '示例数据（合成）',
  addedPoints: (points: readonly string[]) => `本版新增的要点没有选入：${points.join('、')}。`, takeIn: '选入',
  close: '关闭任务', closeAsk: '关闭这次年度任务？', closeWords: '关闭后各区不能再填报和提交，已有内容和结果都保留；需要时可以重新开启。', reopen: '重新开启', closedNow: '已关闭', reopenedNow: '已重新开启', overview: '总览', unit: '区', filled: '填报', updated: '最近保存', submitted: '提交', openSubmission: '打开答卷', selectedCount: (count: number, all: number) => (count === all ? `全部 ${all} 个要点` : `选取 ${count} / ${all} 个要点`), unitCount: (count: number) => `${count} 个区`, overrides: '调整的参数', hash: '内容摘要', defaultTitle: (year: number) => `${year} 年度监测`,
}
export type Strings = typeof zh
