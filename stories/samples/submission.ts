import type { Answer, Cycle, Submission } from '../../schemas/index.ts'

const at = '2025-11-24T02:10:00Z'
const official = (value: unknown, more: Partial<Answer> = {}): Answer => ({ value, status: 'proposed', source: 'official', official: value, revision: 1, ...more })
const own = (value: unknown): Answer => ({ value, status: 'confirmed', source: 'district', by: '填报员', at, revision: 1 })

const stages = [
  { stage: '幼儿园', students: 14_820, spending: 50_812.15, before: 33_120.5 }, { stage: '小学', students: 43_260, spending: 140_242.43, before: 31_002 },
  { stage: '初中', students: 21_470, spending: 95_323.36, before: 42_871.3 }, { stage: '高中', students: 9830, spending: 52_079.44, before: 51_236.4 },
]
const standards = [{ stage: '幼儿园', standard: 27_000 }, { stage: '小学', standard: 26_000 }, { stage: '初中', standard: 35_600 }, { stage: '高中', standard: 42_500 }, { stage: '中职', standard: 39_600 }]

export const cycle: Cycle = {
  format: 'yardstick/cycle@1', id: 'y2025', title: '2025 年度监测', framework: { id: 'sample', edition: '2025' }, year: 2025, profile: {},
  units: [{ id: 'd07', title: '区07' }], deadlines: { submission: '2027-11-30' }, synthetic: true,
}

/** A submission half way: official values in every state, a cell that is no number, evidence at 1 of 2. */
export const submission: Submission = {
  format: 'yardstick/submission@1', id: 's07', cycle: 'y2025', unit: 'd07', state: 'draft', revision: 12,
  answers: {
    budget: official(386_240, { status: 'confirmed', by: '填报员', at: '2025-11-20T02:00:00Z' }),
    budgetBefore: official(371_905.6, { status: 'disputed', claim: 369_305.6, reason: '含一次性基建补助 2,600.00 万元，与本年口径不同，请市财政局核对后按同口径给出。', by: '填报员', at: '2025-11-23T02:00:00Z' }),
    students: official(3120, { status: 'corrected', value: 3012, reason: '市级数把联合办学高职段 108 名学生计入中职；按学籍应为 3,012 人，附学籍核对表。', by: '填报员', at }),
    stages: official([...stages, { stage: '中职', students: 3120, spending: 14_907.86, before: 47_905 }], { status: 'corrected', value: [...stages, { stage: '中职', students: 3012, spending: 14_907.86, before: 47_905 }], reason: '中职学生数按学籍更正。', by: '填报员', at }),
    standards: official(standards, { status: 'confirmed', value: [27_000, 26_180, 35_600, 42_500, '四万'].map((paid, index) => ({ ...standards[index], paid })), by: '填报员', at }),
    mechanism: own(true),
    scopeNote: own('2025 年起中职学生数按学籍统计，不含联合办学高职段。'),
    total: official(412_386),
    reform: own(184_600_000),
    satisfaction: { value: 86.4, status: 'confirmed', source: 'survey', official: 86.4, revision: 1 },
    schools: own([{ name: '第一小学', kind: 'primary', count: 2, visits: 24 }, { name: '第二小学', kind: 'primary', count: 1, visits: 10 }, { name: '实验中学', kind: 'junior', count: 2, visits: 18 }]),
  },
  evidence: [{ id: 'e1', name: '区07-2025 年财政决算报表.pdf', type: 'pdf', bytes: 1_258_291, sha256: 'a'.repeat(64), requirements: ['investment/accounts', 'inspectors/plan'] }],
  points: {}, judgements: {}, updatedAt: at,
}

/** Nothing filled in yet. */
export const empty: Submission = { ...submission, id: 's08', revision: 0, answers: {}, evidence: [] }

/** Two points returned with feedback. */
export const returned: Submission = { ...submission, id: 's09', state: 'returned', points: { use: { state: 'returned', feedback: [{ text: '教改投入与决算表第 17 页不一致。', by: '专家乙', at: '2025-11-25T02:00:00Z' }] }, investment: { state: 'accepted' }, inspectors: { state: 'accepted' }, features: { state: 'accepted' }, approval: { state: 'accepted' } } }

export const previous: Record<string, unknown> = { budget: 371_905.6, total: 396_740, students: 3240, reform: 17_920, satisfaction: 84.1 }
