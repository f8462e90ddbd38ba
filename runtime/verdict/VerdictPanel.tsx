import { memo, useMemo } from 'react'
import type { Explanation } from '../../engine/index.ts'
import { Icon } from '../Icon.tsx'
import { jump } from '../page/jump.ts'
import { useEditable, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'
import { segmentsOf } from './bands.ts'
import { nodeWords } from './levels.ts'
import { LevelChip } from './LevelChip.tsx'
import { Ruler } from './Ruler.tsx'
import { Sentences, Words } from './Sentences.tsx'

/** A point's verdict in a fixed order: level, ruler, why, what is missing, under the other value, what the next level needs, basis. */
export const VerdictPanel = memo(function VerdictPanel({ point, head = true }: { point: string; head?: boolean }) {
  const store = useStore()
  const t = useText()
  // Level, reasons and what is missing are worked out together, after the typing and not during it.
  const tick = useSlice('summary', (each) => each.tick())
  const node = store.node(point)
  const info = store.point(point)
  // The explanation and the other verdicts are read from the store; `tick` says when.
  /* oxlint-disable react-hooks/exhaustive-deps */
  const said = useMemo(() => (info ? store.explain(point) : undefined), [store, point, tick, info])
  const official = useMemo(() => store.alternative(point, 'official'), [store, point, tick])
  const claim = useMemo(() => store.alternative(point, 'claim'), [store, point, tick])
  /* oxlint-enable react-hooks/exhaustive-deps */
  const segments = useMemo(() => (info ? segmentsOf(store.compiled, info.point) : undefined), [store, info])
  if (!info || !node || !said) return null
  const { rubric } = info.point
  const scale = store.framework.scales[rubric.scale ?? '']
  const shown = valueName(rubric.value)
  const calculation = shown === undefined ? undefined : info.point.calculations?.[shown]
  const element = shown === undefined ? undefined : store.field(shown)?.schema
  const differs = (other: typeof official): boolean => other !== undefined && (nodeWords(other, scale, t) !== nodeWords(node, scale, t) || other.value !== node.value)
  return (
    <div className="ys-verdict">
      {head ? <p className="ys-quiet ys-small">{fill(store.submission().state === 'accepted' ? t.verdictFinal : t.verdict, { code: info.code })}</p> : null}
      <p className="ys-level" aria-live="polite"><LevelChip scale={scale} node={node} large />{node.score === undefined || node.status !== 'determined' || !node.level ? null : <span className="ys-quiet ys-small">{fill(t.scoreIs, { n: node.score })}</span>}</p>
      {segments && node.status !== 'notApplicable' ? <Ruler segments={segments} scale={scale} value={node.value} official={official?.value} unit={calculation?.unit ?? element?.['x-unit']} decimals={calculation?.decimals ?? element?.['x-decimals']} /> : null}
      <Explained said={said} point={point} />
      {differs(official) ? <><h3>{t.ifOfficial}</h3><p className="ys-other"><LevelChip scale={scale} node={official} /></p></> : null}
      {differs(claim) ? <><h3>{t.ifClaim}</h3><p className="ys-other"><LevelChip scale={scale} node={claim} /></p></> : null}
      <Onward said={said} point={point} />
    </div>
  )
})

function valueName(rule: unknown): string | undefined {
  const name = rule && typeof rule === 'object' && 'var' in rule ? rule.var : undefined
  return typeof name === 'string' ? name : undefined
}

/** Why, and what is missing; rendered again only when the explanation is another. */
const Explained = memo(function Explained({ said, point }: { said: Explanation; point: string }) {
  const store = useStore()
  const t = useText()
  const editable = useEditable(point)
  const waiting = useSlice('answers', () => (editable ? store.proposed(point).length : 0))
  return (
    <>
      {said.limits.length + said.why.length ? <><h3>{t.why}</h3><Sentences of={[...said.why, ...said.limits]} point={point} /></> : null}
      {said.missing.length + waiting ? (
        <>
          <h3>{t.missing} <span className="ys-count">{said.missing.length + waiting}</span></h3>
          <ul className="ys-links">
            {waiting ? <li><button type="button" onClick={() => jump(store, { point, field: store.proposed(point)[0] ?? '' })}><span>{fill(t.waitingOfficial, { n: waiting })}</span><Icon name="right" small /></button></li> : null}
            {said.missing.map((sentence, index) => (
              <li key={index}><button type="button" onClick={() => jump(store, { point, ...(sentence.field === undefined ? {} : { field: sentence.field }), ...(sentence.requirement === undefined ? {} : { requirement: sentence.requirement }) })}><span>{sentence.text}</span><Icon name="right" small /></button></li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
})

/** What the next level needs, and the basis. */
const Onward = memo(function Onward({ said, point }: { said: Explanation; point: string }) {
  const t = useText()
  return (
    <>
      {said.next.length ? <><h3>{t.towards}</h3>{said.next.map((sentence, index) => <p key={index} className="ys-next"><Words sentence={sentence} point={point} /></p>)}</> : null}
      {said.basis.length ? <><h3>{t.basis}</h3><ul className="ys-basis">{said.basis.map(({ text }) => <li key={text}>{text}</li>)}</ul></> : null}
    </>
  )
})
