export const zh = {
  none: '还没有需要填报的任务', noneWords: '市级主管部门开启年度任务以后，这里就会出现本区的答卷。', cycle: '年度任务', submittedNow: '已提交。市级主管部门审核后会在这里告诉您结果。', toResult: '看结果',
  returned: (count: number) => `退回 ${count} 个要点，其余保持提交时的样子。`, closed: '填报已截止，现在只能查看。', closedWords: '已填内容都在。如需延期，请联系市级主管部门。', deadlinePassed: (day: string) => `填报已于 ${day} 24:00 截止，现在只能查看。`, waiting: (by: string | undefined, at: string | undefined) => `${[by, at].filter(Boolean).join(' ')}${by || at ? ' ' : ''}已提交，正在审核。审核期间只能查看。`, accepted: '已接受，不能再改。', quotaNear: (used: string, limit: string) => `本区佐证材料已用 ${used}，上限 ${limit}。请删除不再需要的材料，或压缩后再传。`,
  result: '我的结果', total: '总体', thisYear: '今年', lastYear: '去年', change: '变化', better: '上升', worse: '下降', same: '持平', provisional: '这是按已填内容算出的结果，提交和审核以后才算定。', final: '已接受，结果已定。', inReview: '已提交，审核中；结果可能随审核变化。',
  missing: '还差什么', next: '怎样改变等级', openForm: '打开填报', title: '指标与要点', counts: (determined: number, all: number) => `已定 ${determined} / ${all} 个要点`, weight: (weight: number) => `权重 ${weight}`, underOfficial: '若按市级数据', print: '打印', judgedBecause: (reason: string) => `评定理由：${reason}`, lastFigure: (title: string, value: string) => `去年${title} ${value}`, unfoldAll: '全部展开', foldAll: '全部收起', submittedBy: '提交人', digest: '输入摘要', digestHint: '算出此结果的全部数据（含评定）的 SHA-256。',
}
export type Strings = typeof zh
