import { useMemo } from 'react'
import type { EvaluationPoint } from '../../../schemas/index.ts'
import { Basis } from '../Basis.tsx'
import { fullTime } from '../format.ts'
import { useLanguage, useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { Sentences } from '../Sentences.tsx'
import { Decide, type Note } from './Decide.tsx'
import { explanationOf, otherVerdict, type Reading } from './reading.ts'
import { text } from './text.ts'

interface Props {
  reading: Reading; point: EvaluationPoint; unit: string; active: boolean; mayReturn: boolean; mayJudge: boolean; returning: string | undefined; next: string | undefined
  note: Note; onNote: (note: Note) => void; onNext: (point: string) => void; onChanged: () => void; onReturn: (feedback: string | undefined) => void
}

/** Limits first, then the decision, then what was said. */
export function Verdict(props: Props) {
  const { reading, point } = props
  const t = useText(text)
  const { locale } = useLanguage()
  const node = reading.outcome?.nodes[point.id]
  const words = useMemo(() => explanationOf(reading, point.id, locale), [reading, point, locale])
  const official = useMemo(() => otherVerdict(reading, point.id, 'official'), [reading, point])
  const claim = useMemo(() => otherVerdict(reading, point.id, 'claim'), [reading, point])
  const judged = point.rubric.method === 'judged'
  const comments = reading.submission.points[point.id]?.feedback ?? []
  const judgement = reading.submission.judgements[point.id]
  return (
    <aside className="review-side" aria-label={t.judging}>
      <section>
        <p className="third small">{judged ? t.range : t.result}</p>
        <p className="row wrap review-level"><NodeMark framework={reading.framework} node={node} large /></p>
        {words && !(judged && words.limits.length) ? <Sentences of={words.why} max={8} /> : null}
        {words ? <Sentences of={words.limits} max={6} limits /> : null}
        {words?.next.length ? <><h3>{t.next}</h3><Sentences of={words.next} max={4} /></> : null}
        {words?.missing.length ? <Sentences of={words.missing} max={5} /> : null}
        {official ? <p className="row wrap medium review-both"><span className="second">{t.underOfficial}</span><NodeMark framework={reading.framework} node={official} /></p> : null}
        {claim ? <p className="row wrap medium review-both"><span className="second">{t.underClaim}</span><NodeMark framework={reading.framework} node={claim} /></p> : null}
        {words ? <Basis of={words.basis} /> : null}
      </section>
      <Decide {...props} judged={judged} />
      <section>
        <h3>{t.comments} <span className="third small">{comments.length || ''}</span></h3>
        {comments.length || judgement ? (
          <ul className="review-comments">
            {comments.map((comment, index) => <li key={index}><p><b>{comment.by}</b> <span className="third small">{fullTime(comment.at)}</span></p><p>{comment.text}</p></li>)}
            {judgement ? <li><p><b>{judgement.by}</b> <span className="third small">{fullTime(judgement.at)} {t.judging}</span></p><p>{judgement.reason}</p></li> : null}
          </ul>
        ) : <p className="third medium">{t.noComments}</p>}
      </section>
    </aside>
  )
}
