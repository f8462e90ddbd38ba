export const zh = {
  listed: '、', comma: '，',
  noCycle: '还没有年度任务', noCycleWords: '先有一版已发布的指标体系，再开启年度任务，各区就能填报。', toFrameworks: '去指标体系', newCycle: '新建年度任务',
  stageFilling: '填报阶段', stageReview: '审核阶段', stageClosed: '已结束', until: (day: string) => `到 ${day}`, left: (days: number) => (days < 0 ? `已过 ${-days} 天` : days === 0 ? '今天截止' : `还有 ${days} 天`), edition: (edition: string) => `${edition} 版`,
  open: '打开总览', needsMe: '需要处理', nothing: '现在没有需要处理的事', toReview: (unit: string, waiting: string) => `${unit}已提交，${waiting || '待审核'}`, toJudge: (count: number) => `${count} 个要点待评定`, toDecide: (count: number) => `${count} 项异议待决定`, waiting: (unit: string) => `${unit}退回后还没有再次提交`,
  notStarted: (units: string, more: number) => (more ? `${units} 等 ${more} 区还没有开始填报` : `${units}还没有开始填报`), unpublished: (title: string, edition: string) => `${title} ${edition} 版草稿还没有发布`, failed: (unit: string, count: number) => `${unit}有 ${count} 个要点判不出`,
  changes: '最近变动', all: '全部记录', noChanges: '还没有变动', other: '其他年度任务', fresh: '新开启', more: (count: number) => `另有 ${count} 条`,
}
export type Strings = typeof zh
