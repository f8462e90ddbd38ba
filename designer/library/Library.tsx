import { Form, Input, Select } from 'antd'
import type { Aggregation, Framework } from '../../schemas/index.ts'
import { AggregationMethod } from '../AggregationMethod.tsx'
import { useDesigner } from '../context.ts'
import { merged } from '../edits/setNode.ts'
import { setTier } from '../edits/tiers.ts'
import { ParameterRow } from '../point/Parameters.tsx'
import { Elements } from './Elements.tsx'
import { Scales } from './Scales.tsx'

/** What belongs to the framework as a whole: its names, the element library, every parameter, the scales. */
export function Library() {
  const { document, edit, t } = useDesigner()
  const set = (patch: Partial<Framework>, group: string): void => edit((old) => merged(old, patch), `framework.${group}`)
  const aggregation = document.aggregation ?? { method: 'weightedMean' }
  const setAggregation = (patch: Partial<Aggregation>): void => set({ aggregation: merged<Aggregation>(aggregation, patch) }, 'aggregation')
  return (
    <main id="main" className="ds-page ds-library">
      <section>
        <h2>{t.frameworkInfo}</h2>
        <Form layout="vertical" className="ds-form">
          <div className="ds-pair">
            <Form.Item label={t.title}><Input aria-label={t.title} value={document.title} onChange={(event) => { if (event.target.value !== '') set({ title: event.target.value }, 'title') }} /></Form.Item>
            <AggregationMethod label={t.aggregation} value={aggregation} onChange={(patch) => { if (patch) setAggregation(patch) }} />
            <Form.Item label={t.missing}><Select aria-label={t.missing} value={aggregation.missing ?? 'skipAny'} options={Object.entries(t.missings).map(([value, label]) => ({ value, label }))} onChange={(missing) => setAggregation({ missing: missing as NonNullable<Aggregation['missing']> })} /></Form.Item>
          </div>
          <Form.Item label={t.description}><Input.TextArea aria-label={t.description} autoSize={{ minRows: 1 }} value={document.description ?? ''} onChange={(event) => set({ description: event.target.value || undefined }, 'description')} /></Form.Item>
          <Form.Item label={t.tiers}><div className="ds-pair">{document.tiers.map((tier, index) => <Input key={tier.id} aria-label={`${t.tiers} ${index + 1}`} value={tier.title} onChange={(event) => edit((old) => setTier(old, index, event.target.value), `tier${index}`)} />)}</div></Form.Item>
        </Form>
      </section>
      <section><h2>{t.elements}</h2><p className="ds-quiet">{t.elementsIntro}</p><Elements /></section>
      <section><h2>{t.parameters}</h2>{Object.keys(document.parameters).map((id) => <ParameterRow key={id} id={id} />)}</section>
      <section><h2>{t.scales}</h2><Scales /></section>
    </main>
  )
}
