export const zh = {
  unit: '区', inBrackets: (words: string) => `（${words}）`, comma: '，', total: '总体', subtotal: '小计', weight: (weight: number) => `权重 ${weight}`,
  selected: (count: number) => `选取 ${count} 个要点`, allSelected: (count: number) => `全部 ${count} 个要点`, until: (day: string, left: number) => (left < 0 ? `填报已于 ${day} 截止` : left === 0 ? `填报今天截止` : `填报到 ${day}，还有 ${left} 天`), closed: '已关闭',
  allUnits: '全部区', unitsChosen: '选区', state: '状态', level: '等级', onlyOpen: '只看未定与判不出', sortBest: '由好到差', sortWorst: '由差到好', sortBy: (title: string) => `按 ${title} 排序`, orderOfUnits: '按区的次序',
  exportAs: '导出', exportExcel: 'Excel 工作簿', exportCsv: 'CSV 文件', exported: '已导出', legend: '图例',
  matrix: '区与要点矩阵，可滚动', distribution: '等级分布', unitCount: (count: number) => `${count} 区`, foldAll: '全部折叠', unfoldAll: '全部展开', fold: (title: string) => `折叠 ${title}`, unfold: (title: string) => `展开 ${title}`,
  noRows: '没有符合条件的区', clearFilter: '清除条件', chooseCycle: '年度任务', noCycles: '还没有年度任务', noCyclesWords: '开启一次年度任务以后，这里显示各区各要点的结果。', newCycle: '新建年度任务',
  previousUnit: '上一区', nextUnit: '下一区', close: '关闭', lastYear: '去年', missing: '还差什么', next: '怎样改变等级', figures: '用到的数', parts: '下级结果', openSubmission: '打开答卷', seeRules: '看规则', notYet: '这个区还没有开始填报，没有结果。',
  unitsDistribution: (count: number) => `${count} 区分布`, medianIs: '中位数', official: '市级', corrected: '区更正', disputed: '区有异议', upheld: '区有异议，已采纳', dismissed: '区有异议，未采纳',
  underOfficial: '若按市级数据', chartLevels: '等级分布', chartLevelsWords: '二级指标，区数。斜纹为尚未确定，红框为判不出。', chartUnit: (unit: string) => `${unit}与中位数、去年`, chartUnitWords: '选一个区看它在各指标上的位置', mediansOf: '已定各区的中位数', nobodyStarted: '还没有区开始填报，填报后这里显示等级分布和各区中位数。', range: '可能范围',
  sheet: '等级', yes: '是', no: '否', synthetic: '示例数据（合成）', none: '—',
}
export type Strings = typeof zh
