import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, evaluate, runCases } from '../../engine/index.ts'
import type { Cycle, EvaluationPoint, Framework, Indicator, Procedure } from '../../schemas/index.ts'

const folder = new URL('../../schemas/shanghai/', import.meta.url)
const read = <T extends object>(name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as T
const framework = read<Framework>('framework.json')
const source = read<{ items: { code: string; title?: string; text?: string }[] }>('source.json')

const indicatorsOf = (list: readonly Indicator[]): Indicator[] => list.flatMap((item) => [item, ...indicatorsOf(item.children ?? [])])
const indicators = indicatorsOf(framework.indicators)
const points: EvaluationPoint[] = indicators.flatMap((item) => item.evaluationPoints ?? [])

test('the tree has 5 indicators, 16 below them and 36 evaluation points', () => {
  expect(framework.indicators.length).toBe(5)
  expect(indicators.length - framework.indicators.length).toBe(16)
  expect(points.length).toBe(36)
})

test('every text is the annex, word for word', () => {
  const texts = new Map(points.map((point) => [point.code, point.requirement]))
  const titles = new Map([...indicators, ...points].map((node) => [node.code, node.title]))
  for (const item of source.items) {
    if (item.text) expect(texts.get(item.code)).toBe(item.text)
    if (item.title) expect(titles.get(item.code)).toBe(item.title)
  }
  expect(source.items.filter((item) => item.text).map((item) => item.code)).toEqual(points.map((point) => point.code))
})

test('no title is used twice, except where the annex does', () => {
  const codes = new Map<string, string[]>()
  for (const node of [...indicators, ...points]) codes.set(node.title, [...(codes.get(node.title) ?? []), node.code])
  expect([...codes.values()].filter((list) => list.length > 1)).toEqual([['3.7', '3.7.1'], ['4.1', '4.1.1']])
})

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const name of ['rule', 'framework', 'cycle', 'procedure']) ajv.addSchema(read(`../${name}.schema.json`))

test.each(readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'source.json'))('%s follows its schema', (name) => {
  const document = read<{ format: string }>(name)
  expect(ajv.validate(`${/\/(\w+)@/.exec(document.format)?.[1]}.schema.json`, document), ajv.errorsText()).toBe(true)
})

test('every point has at least four cases, one of them empty and none of those passing', () => {
  for (const point of points) {
    expect(point.examples?.length, point.code).toBeGreaterThanOrEqual(4)
    const empty = point.examples?.filter((example) => Object.keys(example.answers).length === 0) ?? []
    expect(empty.length, point.code).toBeGreaterThan(0)
    for (const example of empty) expect(example.expect.status, point.code).not.toBe('determined')
  }
})

test('every parameter says where it comes from, and a suggestion says so', () => {
  for (const [id, parameter] of Object.entries(framework.parameters)) {
    const { kind, document, clause, unverified } = parameter.basis
    if (kind === 'proposal') expect(unverified, id).toBe(true)
    else expect([document, clause].every(Boolean), id).toBe(true)
  }
})

test('every element has a help text and a source, and no two share a title', () => {
  const titles = Object.values(framework.elements).map((element) => element.title)
  expect(new Set(titles).size).toBe(titles.length)
  for (const [id, element] of Object.entries(framework.elements)) {
    expect(element.description, id).toBeTruthy()
    expect(element['x-source'], id).toBeTruthy()
    expect(element.examples?.length, id).toBeGreaterThan(0)
  }
})

test('the monitoring profile names points of the framework, and 16 districts take part', () => {
  const cycle = read<Cycle>('monitoring-2025.cycle.json')
  const ids = new Set(points.map((point) => point.id))
  expect(cycle.profile.points?.filter((id) => !ids.has(id))).toEqual([])
  expect(cycle.units.length).toBe(16)
})

test.each(['framework.json', 'framework-2026.json'])('%s compiles without an issue and all its cases are green', (name) => {
  const { compiled, issues } = compile(read<Framework>(name))
  expect(issues).toEqual([])
  const cases = compiled ? runCases(compiled) : []
  expect(cases.length).toBeGreaterThan(144)
  expect(cases.filter((result) => !result.pass).map(({ point, name: title, actual }) => ({ point, title, actual }))).toEqual([])
})

test('both profiles compile without an issue', () => {
  for (const name of ['monitoring-2025.cycle.json', 'supervision-2025.cycle.json']) {
    expect(compile(framework, read<Cycle>(name).profile).issues, name).toEqual([])
  }
})

test('nothing filled in never gives a passing level, anywhere in the tree', () => {
  for (const name of ['framework.json', 'framework-2026.json']) {
    const { compiled } = compile(read<Framework>(name))
    const outcome = compiled && evaluate(compiled, { answers: {} })
    expect(Object.values(outcome?.nodes ?? {}).filter((node) => node.status !== 'undetermined')).toEqual([])
  }
})

test.each(['monitoring.procedure.json', 'supervision.procedure.json'])('%s holds together', (name) => {
  const procedure = read<Procedure>(name)
  const [actors, stages, records] = [procedure.actors.map(({ id }) => id), procedure.stages.map(({ id }) => id), Object.keys(procedure.records)]
  const named = {
    actors: [...procedure.stages, ...procedure.transitions, ...Object.values(procedure.records)].map(({ actor }) => actor),
    stages: procedure.transitions.flatMap(({ from, to }) => [from, to]),
    records: procedure.stages.flatMap((stage) => stage.records ?? []),
  }
  expect(named.actors.filter((id) => !actors.includes(id))).toEqual([])
  expect(named.stages.filter((id) => !stages.includes(id))).toEqual([])
  expect(new Set(named.records)).toEqual(new Set(records))
})

test('the 2026 edition is renumbered, split, and keeps the ids of what stayed', () => {
  const next = read<Framework>('framework-2026.json')
  const later = indicatorsOf(next.indicators).flatMap((item) => item.evaluationPoints ?? [])
  const ids = new Set(later.map((point) => point.id))
  expect(next.basedOn).toEqual({ id: framework.id, edition: framework.edition })
  expect(next.synthetic).toBe(true)
  expect(points.map((point) => point.id).filter((id) => !ids.has(id))).toEqual(['digitalEducation'])
  expect(new Set(later.map((point) => point.code)).size).toBe(later.length)
  expect(later.find((point) => point.id === 'specializedSchools')?.code).toBe('3.3.1')
})

test('what is called source text is in the annex', () => {
  const annex = source.items.map((item) => item.text ?? '').join('\n')
  const clauses = points.flatMap(({ rubric }) => [...(rubric.veto ?? []), ...(rubric.cap ?? []), ...(rubric.floor ?? [])].map(({ basis }) => basis))
  const quoted = [...clauses, ...Object.values(framework.parameters).map(({ basis }) => basis)]
    .filter((basis) => basis?.document?.startsWith(framework.source?.number ?? '—'))
    .flatMap((basis) => (basis?.clause ?? '').split('……'))
  expect(quoted.length).toBeGreaterThan(100)
  expect(quoted.filter((text) => !annex.includes(text.replace(/。$/, '')))).toEqual([])
})
