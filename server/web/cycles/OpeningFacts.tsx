import type { Cycle, Framework } from '../../../schemas/index.ts'
import { date, daysLeft } from '../format.ts'
import { useText } from '../language.tsx'
import { text } from './text.ts'

/** What is about to be opened, in figures; none of it can be changed afterwards. */
export function OpeningFacts({ cycle, framework, all }: { cycle: Cycle; framework: Framework; all: number }) {
  const t = useText(text)
  const { submission, review } = cycle.deadlines ?? {}
  const overrides = Object.keys(cycle.profile.parameters ?? {})
  const facts: [string, string][] = [
    [t.edition, `${framework.title} ${t.editionOf(framework.edition)}`],
    [t.points, t.selectedCount(cycle.profile.points?.length ?? all, all)],
    [t.units, t.unitCount(cycle.units.length)],
    ...(submission ? [[t.deadline, `${date(submission)}${t.comma}${t.left(daysLeft(submission))}`] as [string, string]] : []),
    ...(review ? [[t.review, date(review)] as [string, string]] : []),
    ...(overrides.length ? [[t.overrides, overrides.map((id) => framework.parameters[id]?.title ?? id).join(t.listed)] as [string, string]] : []),
  ]
  return (
    <>
      <dl className="opening-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <p className="second">{t.openMeans}</p>
    </>
  )
}
