import type { Strings } from './strings.zh.ts'

export const en = {
  listed: ', ', comma: ', ',
  noCycle: 'No cycle yet', noCycleWords: 'Publish an edition of a framework, then open a cycle so that districts can fill in.', toFrameworks: 'To the frameworks', newCycle: 'New cycle',
  stageFilling: 'filling', stageReview: 'review', stageClosed: 'ended', until: (day) => `until ${day}`, left: (days) => (days < 0 ? `${-days} days ago` : days === 0 ? 'today' : `${days} days left`), edition: (edition) => `edition ${edition}`,
  open: 'Open the overview', needsMe: 'Needs attention', nothing: 'Nothing needs attention now', toReview: (unit, waiting) => `${unit} submitted, ${waiting || 'to be reviewed'}`, toJudge: (count) => `${count} points to judge`, toDecide: (count) => `${count} disputes to decide`, waiting: (unit) => `${unit} has not resubmitted since the return`,
  notStarted: (units, more) => (more ? `${units} and others (${more}) have not started` : `${units} has not started`), unpublished: (title, edition) => `Draft ${edition} of ${title} is not published`, failed: (unit, count) => `${unit}: ${count} points failed`,
  changes: 'Latest changes', all: 'All records', noChanges: 'No changes yet', other: 'Other cycles', fresh: 'just opened', more: (count) => `${count} more`,
} satisfies Strings
