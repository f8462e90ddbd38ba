import { Button, Skeleton } from 'antd'
import { useMemo } from 'react'
import { evaluate, explain, inputOf, type Compiled } from '../../../engine/index.ts'
import type { Outcome } from '../../../schemas/index.ts'
import { api, type OpenCycle } from '../api.ts'
import { editionPath } from '../frameworks/editionPath.ts'
import { Basis } from '../Basis.tsx'
import { Icon } from '../Icon.tsx'
import { useLanguage, useText } from '../language.tsx'
import { NodeMark } from '../Level.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { useLoad } from '../load.tsx'
import { isPoint, locate } from '../points.ts'
import { Sentences } from '../Sentences.tsx'
import { StageMark } from '../StageStrip.tsx'
import { wordsOfError, text as site } from '../text.ts'
import { Distribution } from './Distribution.tsx'
import { Figures, Parts } from './Figures.tsx'
import type { Row } from './rows.ts'
import { text } from './text.ts'

interface Props { open: OpenCycle; compiled: Compiled | undefined; row: Row; node: string; rows: readonly Row[]; order: readonly Row[]; before: Outcome | undefined; onShow: (cell?: { unit: string; node: string }) => void }

/** One cell opened: level, why, where the other units are, the figures, both verdicts where two values differ. */
export function CellPanel({ open, compiled, row, node: id, rows, order, before, onShow }: Props) {
  const t = useText(text)
  const s = useText(site)
  const { locale } = useLanguage()
  const { framework, cycle } = open
  const load = useLoad(() => (row.submission && row.outcome ? api.submission(row.submission) : Promise.resolve(undefined)), [row.submission, row.outcome])
  const place = locate(framework, id)
  const node = row.nodes[id]
  const title = place?.node.title ?? framework.title
  const point = place && isPoint(place.node) ? place.node : undefined
  const indicator = !place ? { children: framework.indicators } : isPoint(place.node) ? undefined : place.node

  const reading = useMemo(() => {
    if (!load.value || !compiled || !row.outcome) return undefined
    const more = { cycle, ...(load.value.previous ? { previous: load.value.previous } : {}) }
    const input = inputOf(load.value.submission, more)
    const own = evaluate(compiled, input)
    const other = (basis: 'official' | 'claim') => evaluate(compiled, inputOf(load.value!.submission, { ...more, basis })).nodes[id]
    return { words: explain(compiled, input, own, id, locale), official: other('official'), claim: other('claim'), own: own.nodes[id] }
  }, [load.value, compiled, row.outcome, cycle, id, locale])

  const index = order.findIndex((one) => one.unit.id === row.unit.id)
  const step = (by: number) => { const next = order[index + by]; if (next) onShow({ unit: next.unit.id, node: id }) }
  const differs = reading && reading.official && verdict(reading.official) !== verdict(reading.own)

  return (
    <aside className="panel" aria-label={`${row.unit.title} ${title}`}>
      <div className="row">
        <p className="crumb grow">{row.unit.title}<Icon name="right" className="icon-12" />{place?.node.code ?? t.total}</p>
        <Button size="small" type="text" icon={<Icon name="up" />} aria-label={t.previousUnit} disabled={index <= 0} onClick={() => step(-1)} />
        <Button size="small" type="text" icon={<Icon name="down" />} aria-label={t.nextUnit} disabled={index < 0 || index >= order.length - 1} onClick={() => step(1)} />
        <Button size="small" type="text" icon={<Icon name="close" />} aria-label={t.close} onClick={() => onShow()} />
      </div>
      <h2>{title}</h2>
      <p className="row wrap panel-level">
        {row.stage === 'notStarted' ? <StageMark stage={row.stage} /> : <NodeMark framework={framework} node={node} large />}
        {before?.nodes[id] ? <><span className="third small">{t.lastYear}</span><NodeMark framework={framework} node={before.nodes[id]} brief /></> : null}
      </p>
      {row.stage === 'notStarted' ? <p className="second">{t.notYet}</p> : null}
      {load.error ? <p className="is-error medium">{wordsOfError(load.error, s)}</p> : null}
      {row.outcome && load.loading ? <Skeleton active title={false} paragraph={{ rows: 4 }} /> : null}
      {reading ? <>
        <Sentences of={reading.words.why} max={6} />
        <Sentences of={reading.words.limits} max={4} limits />
        {reading.words.missing.length ? <><h3>{t.missing}</h3><Sentences of={reading.words.missing} max={6} /></> : null}
        {reading.words.next.length ? <><h3>{t.next}</h3><Sentences of={reading.words.next} max={4} /></> : null}
      </> : null}
      {point ? <Distribution framework={framework} cycle={cycle} point={point} rows={rows} unit={row} before={before?.nodes[id]} /> : null}
      {point && load.value ? <Figures framework={framework} point={point} submission={load.value.submission} previous={load.value.previous} outcome={row.outcome} /> : null}
      {indicator ? <Parts framework={framework} indicator={indicator} nodes={row.nodes} onOpen={(child) => onShow({ unit: row.unit.id, node: child })} /> : null}
      {differs ? <div className="note note-warn" style={{ marginTop: 12 }}><Icon name="flag" /><div>{t.underOfficial}{s.colon}<NodeMark framework={framework} node={reading.official} /></div></div> : null}
      {reading ? <Basis of={reading.words.basis} /> : null}
      {row.submission ? <p style={{ marginTop: 16 }}><LinkButton to={`/review/${encodeURIComponent(row.submission)}${point ? `/${encodeURIComponent(point.id)}` : ''}`}>{t.openSubmission}</LinkButton>{place ? <LinkButton type="text" to={`${editionPath(cycle.framework.id, cycle.framework.edition)}?${new URLSearchParams({ node: id }).toString()}`}>{t.seeRules}</LinkButton> : null}</p> : null}
    </aside>
  )
}

function verdict(node: Outcome['nodes'][string] | undefined): string {
  return node ? `${node.status} ${node.level ?? node.possible.join()}` : ''
}
