import type { Strings } from './strings.zh.ts'

export const en = {
  none: 'Nothing to fill in yet', noneWords: 'Your form appears here once the city office opens a cycle.', cycle: 'Cycle', submittedNow: 'Submitted. The outcome appears here after review.', toResult: 'See the outcome',
  returned: (count) => `${count} points returned; the rest stays as submitted.`, closed: 'Filling has ended; read only.', closedWords: 'Everything entered is kept. Ask the city office for an extension.', deadlinePassed: (day) => `Filling ended on ${day}, 24:00; read only.`, waiting: (by, at) => `Submitted${by ? ` by ${by}` : ''}${at ? `, ${at}` : ''}; in review, read only.`, accepted: 'Accepted; it can no longer change.', quotaNear: (used, limit) => `Your district’s evidence takes ${used} of ${limit}. Remove what is no longer needed, or compress files first.`,
  result: 'My outcome', total: 'Overall', thisYear: 'This year', lastYear: 'Last year', change: 'Change', better: 'better', worse: 'worse', same: 'same', provisional: 'Computed from what is filled in; it becomes final after review.', final: 'Accepted; the outcome is final.', inReview: 'Submitted and in review; the outcome may still change.',
  missing: 'What is missing', next: 'What would change it', openForm: 'Open the form', title: 'Indicators and points', counts: (determined, all) => `${determined} of ${all} points determined`, weight: (weight) => `weight ${weight}`, underOfficial: 'Under the city figure', print: 'Print',
} satisfies Strings
