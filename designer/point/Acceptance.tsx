import { RightOutlined, WarningOutlined } from '@ant-design/icons'
import { LevelChip } from '../../runtime/index.ts'
import type { GoldenCase, Scale } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import type { GivenUp } from './givenUp.ts'

/** Lines that are listed; more are counted. */
const most = 6

interface Props { scale: Scale | undefined; before: GoldenCase['expect']; after: GoldenCase['expect']; lost: readonly GivenUp[] }

/** What taking the present result as expected means: the old expectation, the new one, and what no case covers after that. */
export function Acceptance({ scale, before, after, lost }: Props) {
  const { t } = useDesigner()
  const chip = (expect: GoldenCase['expect']): React.ReactNode => <LevelChip scale={scale} node={{ issues: [], ...expect, possible: expect.possible ?? [] }} />
  return (
    <div className="ds-acceptance">
      <p className="ds-becomes">{t.expected} {chip(before)}<RightOutlined />{chip(after)}</p>
      {lost.length === 0 ? <p className="ds-quiet">{t.nothingLost}</p> : (
        <>
          <p className="ds-c-warn"><WarningOutlined /> {t.lostCover}</p>
          <ul>
            {lost.slice(0, most).map((one, i) => <li key={i}>{wordsOf(one, t)}</li>)}
            {lost.length > most ? <li className="ds-quiet">{t.moreChanges(lost.length - most)}</li> : null}
          </ul>
        </>
      )}
      <p className="ds-quiet">{t.acceptWords}</p>
    </div>
  )
}

function wordsOf(one: GivenUp, t: ReturnType<typeof useDesigner>['t']): string {
  switch (one.kind) {
    case 'level': return t.lostLevel(one.name)
    case 'status': return t.lostStatus(t.statuses[one.status])
    case 'boundary': return t.lostBoundary(one.name, one.at)
    case 'branch': return t.lostBranch(one.name, one.holds)
  }
}
