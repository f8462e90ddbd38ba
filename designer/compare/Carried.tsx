import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { fieldsIn, migrate } from '../../engine/index.ts'
import type { Framework } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { confirmedMapping } from '../edits/succession.ts'
import { inputFrom, type Sample } from '../live/impact.ts'
import { shown } from '../live/TraceList.tsx'

/** What one unit's answers of last year become under the draft: carried, renamed, converted, or not carried and why. */
export function Carried({ base, samples }: { base: Framework; samples: readonly Sample[] }) {
  const { document, t, locale } = useDesigner()
  const [chosen, setChosen] = useState(0)
  const sample = samples[chosen] ?? samples[0]
  const [old, young] = useMemo(() => [fieldsIn(base), fieldsIn(document)], [base, document])
  const { proposals, dropped } = useMemo(() => migrate(sample ? (inputFrom(sample).answers ?? {}) : {}, base, document, confirmedMapping(document)), [sample, base, document])
  const moved = proposals.filter(({ how }) => how !== 'same')
  const valueOf = (fields: typeof old, id: string, value: unknown): string => { const field = fields.get(id); return shown(field?.oneOf?.find((option) => option.const === value)?.title ?? value, field?.['x-unit'], t, locale, field?.['x-decimals']) }
  return (
    <section className="ds-carried" aria-label={t.carried}>
      <h3>{t.carried}</h3>
      <p className="ds-quiet">{t.carriedIntro}</p>
      <div><Select size="small" aria-label={t.carriedOf} popupMatchSelectWidth={false} value={chosen} options={samples.map(({ label }, value) => ({ value, label }))} onChange={setChosen} /> {t.carriedSame(proposals.length - moved.length)}</div>
      {moved.length + dropped.length === 0 ? null : (
        <table className="ds-table"><tbody>
          {moved.map(({ id, value, origin, how }) => <tr key={id}><td>{young.get(id)?.title}</td><td>{how === 'same' ? null : t.how[how]}</td><td className="ds-num">{valueOf(old, origin.id, sample ? inputFrom(sample).answers?.[origin.id] : undefined)} → {valueOf(young, id, value)}</td><td className="ds-quiet">{origin.id === id ? '' : t.fromField(old.get(origin.id)?.title ?? '')}</td></tr>)}
          {dropped.map(({ id, value, reason }) => <tr key={`-${id}`}><td>{old.get(id)?.title}</td><td className="ds-c-warn">{t.notCarried}</td><td className="ds-num">{valueOf(old, id, value)}</td><td className="ds-quiet">{t.dropReasons[reason]}</td></tr>)}
        </tbody></table>
      )}
    </section>
  )
}
