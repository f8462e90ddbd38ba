import { Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { pointsUnder } from '../overview/columns.ts'
import { pointState, undecided, type Reading } from './reading.ts'
import { text } from './text.ts'

interface Props { reading: Reading; current: string | undefined; returning: Record<string, string>; onOpen: (point: string) => void }

/** All points under their first-level indicator, with review state and result. */
export function ReviewNav({ reading, current, returning, onOpen }: Props) {
  const t = useText(text)
  const [filter, setFilter] = useState<'all' | 'open' | 'returned'>('all')
  const list = useRef<HTMLElement>(null)
  const { points, submission, framework, outcome } = reading
  const stateOf = (id: string) => (id in returning ? 'returned' : pointState(submission, id))
  const count = (state: string) => points.filter(({ id }) => stateOf(id) === state).length
  useEffect(() => { list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }) }, [current])
  return (
    <nav className="review-nav" aria-label={t.list} ref={list}>
      <div className="review-filter">
        <Segmented block size="small" value={filter} onChange={setFilter} options={[{ value: 'all', label: `${t.everything} ${points.length}` }, { value: 'open', label: `${t.toReview} ${count('open')}` }, { value: 'returned', label: `${t.returned} ${count('returned')}` }]} />
      </div>
      {framework.indicators.map((root) => {
        const own = pointsUnder(root).filter((point) => points.includes(point) && (filter === 'all' || stateOf(point.id) === filter))
        return own.length ? (
          <div key={root.id}>
            <p className="review-group">{root.code} {root.title}</p>
            <ul>
              {own.map((point) => {
                const state = stateOf(point.id)
                const waits = outcome?.nodes[point.id]?.awaiting
                const words = state === 'accepted' ? t.accepted : state === 'returned' ? t.returned : waits ? t.awaiting : t.toReview
                return (
                  <li key={point.id}>
                    <button type="button" className="plain review-item" aria-current={point.id === current ? 'true' : undefined} onClick={() => onOpen(point.id)}>
                      <Icon name={state === 'accepted' ? 'check' : state === 'returned' ? 'back' : 'ring'} className={`icon-12 ${state === 'accepted' ? 'is-ok' : state === 'returned' ? 'is-warn' : waits ? 'is-accent' : 'third'}`} title={words} />
                      <span className="third">{point.code}</span><span className="cut grow" title={point.title}>{point.title}</span>
                      {undecided(reading, point).length ? <Icon name="flag" className="icon-12 is-warn" title={t.undecided} /> : null}
                      <NodeMark framework={framework} node={outcome?.nodes[point.id]} brief />
                    </button>
                  </li>
                )
              })}
            </ul>
          </div>
        ) : null
      })}
    </nav>
  )
}
