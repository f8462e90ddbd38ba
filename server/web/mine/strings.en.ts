import type { Strings } from './strings.zh.ts'

export const en = {
  none: 'Nothing to fill in yet', noneWords: 'Your form appears here once the city office opens a cycle.', cycle: 'Cycle', submittedNow: 'Submitted. The outcome appears here after review.', toResult: 'See the outcome',
  returned: (count) => `${count} points returned; the rest stays as submitted.`, returnedWords: 'Complete them as asked and submit again.', closed: 'Filling has ended; read only.', closedWords: 'Everything entered is kept. Ask the city office for an extension.', deadlinePassed: (day) => `Filling ended on ${day}, 24:00; read only.`, waiting: 'Submitted and in review; read only.', accepted: 'Accepted; it can no longer change.', onlySubmitter: 'Your district’s submitter submits it when it is complete.',
  result: 'My outcome', total: 'Overall', thisYear: 'This year', lastYear: 'Last year', change: 'Change', better: 'better', worse: 'worse', same: 'same', none2: '—', provisional: 'Computed from what is filled in; it becomes final after review.', final: 'Accepted; the outcome is final.', inReview: 'Submitted and in review; the outcome may still change.',
  why: 'Why', missing: 'What is missing', next: 'What would change it', limits: 'Limits', openForm: 'Open the form', expand: 'Expand', collapse: 'Collapse', title: 'Indicators and points', counts: (determined, all) => `${determined} of ${all} points determined`, weight: (weight) => `weight ${weight}`, score: 'Score', underOfficial: 'Under the city figure', print: 'Print',
} satisfies Strings
