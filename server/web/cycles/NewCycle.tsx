import { App, Button, Form, Input, InputNumber, Select, DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { Cycle, EvaluationPoint, Framework, Unit } from '../../../schemas/index.ts'
import { api, type CycleSummary, type FrameworkSummary } from '../api.ts'
import { fieldErrors } from '../fieldErrors.ts'
import { today } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { LinkButton } from '../LinkButton.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { allPoints } from '../overview/columns.ts'
import { Link, useRouter } from '../router.tsx'
import { StatePage } from '../StatePage.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { draftCycle, type CycleFields } from './draftCycle.ts'
import { OpeningFacts } from './OpeningFacts.tsx'
import { ParametersField } from './ParametersField.tsx'
import { fitsParameter } from './parameterTyped.ts'
import { PointsField } from './PointsField.tsx'
import { text } from './text.ts'
import { UnitsField } from './UnitsField.tsx'
import './cycles.css'

/** Opens a cycle: edition, points, units, deadlines, parameters with reasons. */
export function NewCycle() {
  const t = useText(text)
  const load = useLoad(async () => {
    const [frameworks, cycles] = await Promise.all([api.frameworks(), api.cycles()])
    return { frameworks: frameworks.items, cycles: cycles.items }
  }, [])
  return (
    <Loaded of={load}>
      {({ frameworks, cycles }) => (frameworks.some(({ editions }) => editions.length)
        ? <NewCycleOf frameworks={frameworks} cycles={cycles} />
        : <StatePage title={t.noEdition} words={t.noEditionWords}><LinkButton to="/frameworks" type="primary">{t.toFrameworks}</LinkButton></StatePage>)}
    </Loaded>
  )
}

function NewCycleOf({ frameworks, cycles }: { frameworks: readonly FrameworkSummary[]; cycles: readonly CycleSummary[] }) {
  const t = useText(text)
  const { query } = useRouter()
  const editions = frameworks.flatMap(({ id, title, editions: own }) => own.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).map(({ edition }) => ({ id, edition, value: JSON.stringify([id, edition]), label: `${title} ${t.editionOf(edition)}` })))
  const asked = editions.find(({ id, edition }) => id === query.get('framework') && edition === query.get('edition')) ?? editions[0]
  const [chosen, setChosen] = useState(asked?.value ?? '')
  const [id = '', edition = ''] = JSON.parse(chosen) as string[]
  const last = cycles.filter(({ cycle }) => cycle.framework.id === id).toSorted((a, b) => b.cycle.year - a.cycle.year)[0] ?? cycles[0]
  const load = useLoad(async () => {
    const before = last?.cycle.framework
    const [now, then] = await Promise.all([api.edition(id, edition), before?.id === id && before.edition !== edition ? api.edition(before.id, before.edition) : undefined])
    return { ...now, added: then ? addedPoints(now.document, then.document) : [] }
  }, [chosen])
  return (
    <main id="main" className="page">
      <p className="crumb"><Link to="/cycles">{t.title}</Link></p>
      <h1>{t.create}</h1>
      <div style={{ marginTop: 12 }}>
        <Select aria-label={t.edition} value={chosen} options={editions} onChange={setChosen} popupMatchSelectWidth={false} style={{ minWidth: 320, maxWidth: '100%' }} />
      </div>
      <Loaded of={load}>{({ document, hash, added }) => <CycleForm key={chosen} framework={document} hash={hash} added={added} last={last?.cycle} cycles={cycles.map(({ cycle }) => cycle)} />}</Loaded>
    </main>
  )
}

/** A day that was typed is kept and named, not dropped. */
const notBefore = (first: Dayjs, message: string) => ({ validator: (_: unknown, day?: Dayjs) => (day?.isBefore(first, 'day') ? Promise.reject(new Error(message)) : Promise.resolve()) })

interface Values { title: string; year: number; submission?: Dayjs; review?: Dayjs; previous?: string }

function CycleForm({ framework, hash, added, last, cycles }: { framework: Framework; hash: string; added: readonly EvaluationPoint[]; last: Cycle | undefined; cycles: readonly Cycle[] }) {
  const t = useText(text)
  const s = useText(site)
  const { go } = useRouter()
  const { message, modal } = App.useApp()
  const [form] = Form.useForm<Values>()
  const all = allPoints(framework).map(({ id }) => id)
  const year = /^\d{4}$/.test(framework.edition) ? Number(framework.edition) : dayjs().year()
  const before = cycles.filter((cycle) => cycle.framework.id === framework.id && cycle.year < year).toSorted((a, b) => b.year - a.year)[0]
  const [points, setPoints] = useState<string[]>(() => startingPoints(all, last?.profile.points))
  const [units, setUnits] = useState<Unit[]>(() => structuredClone(last?.units ?? []))
  const [parameters, setParameters] = useState<NonNullable<Cycle['profile']['parameters']>>({})
  const [busy, setBusy] = useState(false)
  // Last cycle's selection cannot know them.
  const missed = added.filter(({ id }) => !points.includes(id))
  const deadline = Form.useWatch('submission', form)

  const submit = (values: Values) => {
    const ids = units.map(({ id }) => id.trim())
    if (!points.length) return void message.error(t.pointsPlease)
    if (!units.length || units.some(({ id, title }) => !/^[a-z][A-Za-z0-9_]{0,63}$/.test(id.trim()) || !title.trim()) || new Set(ids).size !== ids.length) return void message.error(t.unitsPlease)
    for (const [id, { value, reason }] of Object.entries(parameters)) {
      const parameter = framework.parameters[id]
      if (!fitsParameter(parameter, value)) return void message.error(t.parameterWrong(parameter?.title ?? id, typeof parameter?.value === 'number' ? t.numberPlease : t.valuePlease))
      if (!reason.trim()) return void message.error(t.parameterWrong(parameter?.title ?? id, t.reasonPlease))
    }
    const fields: CycleFields = {
      title: values.title.trim(), year: values.year, points: points.length === all.length ? undefined : all.filter((id) => points.includes(id)), units, parameters,
      submission: values.submission?.format('YYYY-MM-DD'), review: values.review?.format('YYYY-MM-DD'), previous: values.previous,
    }
    const cycle = draftCycle(framework, fields, cycles, last)
    modal.confirm({ title: t.openAsk(cycle.title), width: 520, okText: t.openNow, cancelText: t.cancel, content: <OpeningFacts cycle={cycle} framework={framework} all={all.length} />, onOk: () => open(cycle) })
  }
  const open = (cycle: Cycle) => {
    setBusy(true)
    api.openCycle(cycle).then(
      (opened) => { void message.success(t.opened(units.length)); go(`/cycles/${encodeURIComponent(opened.cycle.id)}`) },
      (error: unknown) => { setBusy(false); if (!fieldErrors(form, error, s)) void message.error(wordsOfError(error, s)) },
    )
  }

  return (
    <Form form={form} layout="vertical" className="cycle-form" onFinish={submit} initialValues={{ title: cycles.some((cycle) => cycle.year === year) ? '' : t.defaultTitle(year), year, previous: before?.id }} scrollToFirstError>
      <section>
        <h2>{t.basics}</h2>
        <div className="cycle-grid">
          <Form.Item name="title" label={t.name} rules={[{ required: true, whitespace: true, message: t.namePlease }]}><Input /></Form.Item>
          <Form.Item name="year" label={t.year} rules={[{ required: true }]}><InputNumber controls={false} min={2000} max={2100} precision={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="submission" label={t.deadline} rules={[{ required: true, message: t.deadlinePlease }, notBefore(dayjs(today()), t.deadlinePast)]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="review" label={t.review} dependencies={['submission']} rules={[notBefore(deadline ?? dayjs(today()), t.reviewEarly)]}><DatePicker style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="previous" label={t.previous} extra={t.previousWords}><Select allowClear placeholder={t.noPrevious} options={cycles.map((cycle) => ({ value: cycle.id, label: cycle.title }))} /></Form.Item>
        </div>
      </section>
      <UnitsField units={units} onChange={setUnits} />
      <PointsField framework={framework} points={points} onChange={setPoints} />
      {missed.length ? <p className="note note-info" role="status"><Icon name="alert" /><span>{t.addedPoints(missed.map(({ code, title }) => `${code} ${title}`))} <Button size="small" onClick={() => setPoints(all.filter((id) => points.includes(id) || missed.some((point) => point.id === id)))}>{t.takeIn}</Button></span></p> : null}
      <ParametersField framework={framework} parameters={parameters} onChange={setParameters} />
      <div className="cycle-foot">
        <Button type="primary" loading={busy} onClick={() => form.submit()}>{t.openNow}</Button><LinkButton to="/cycles" type="text">{t.cancel}</LinkButton>
        <span className="third small grow">{t.hash} <span className="mono">{hash.slice(0, 12)}</span></span>
      </div>
    </Form>
  )
}

/** Last cycle's selection where this edition still has it; else everything. */
function startingPoints(all: readonly string[], before: readonly string[] | undefined): string[] {
  const kept = all.filter((id) => before?.includes(id))
  return kept.length ? kept : [...all]
}

/** Points this edition has and the other had not. */
function addedPoints(now: Framework, then: Framework): EvaluationPoint[] {
  const known = new Set(allPoints(then).map(({ id }) => id))
  return allPoints(now).filter(({ id }) => !known.has(id))
}
