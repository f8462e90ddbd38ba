import type { Level, Node, Rule } from '../../schemas/index.ts'
import { messageOf } from '../message.ts'
import { namesIn, owned } from '../names.ts'
import { conditions, gapOf, type Sentence } from './conditions.ts'
import { decimalsOf, type Speaker } from './speaker.ts'

/** Why a point's outcome is what it is. */
export interface Explanation {
  why: Sentence[]
  missing: Sentence[]
  /** What the next better level needs. */
  next: Sentence[]
  /** Vetoes, caps and floors that apply or may apply. */
  limits: Sentence[]
  /** Thresholds with where they come from. */
  basis: Sentence[]
}

export function explainPoint(speaker: Speaker, outcome: Node): Explanation {
  return { why: why(speaker, outcome), missing: missing(speaker, outcome), next: next(speaker, outcome), limits: limits(speaker, outcome), basis: basis(speaker) }
}

function why(speaker: Speaker, outcome: Node): Sentence[] {
  const { say, point } = speaker
  const { rubric } = point
  const level = speaker.level(rubric.levels.find(({ id }) => id === outcome.level))
  if (outcome.status === 'notApplicable') return [{ text: say.notApplicable, state: 'info' }]
  const failures = outcome.status === 'failed' ? outcome.issues.filter(({ severity, code }) => severity === 'error' && !code.startsWith('answer.') && !code.startsWith('check.')) : []
  const sentences: Sentence[] = failures.map((one) => ({ text: messageOf(one, speaker.locale, speaker.compiled), state: 'unmet' }))
  switch (rubric.source.method) {
    case 'bands':
      sentences.push(banded(speaker, outcome))
      break
    case 'criteria':
      sentences.push(...decisive(speaker, outcome))
      break
    case 'judged':
      if (outcome.judgement !== undefined) sentences.push({ text: say.judged(speaker.level(rubric.levels.find(({ id }) => id === outcome.judgement))), state: 'info' })
      else if (outcome.awaiting) sentences.push({ text: say.awaiting(outcome.possible.map((id) => speaker.level(rubric.levels.find((one) => one.id === id))).join(say.or)), state: 'info' })
      break
    case 'score':
    case 'narrative':
      break
  }
  if (outcome.score !== undefined && (rubric.score || level === '')) sentences.push({ text: say.score(speaker.number(outcome.score)), state: 'info' })
  return sentences
}

function banded(speaker: Speaker, outcome: Node): Sentence {
  const { rubric } = speaker.point
  const { bands } = rubric
  const title = bands ? nameOf(speaker) : ''
  if (!bands || outcome.value === undefined) return { text: speaker.say.unknownValue(title), state: 'unknown', ...(bands && { rule: bands.value.node.path }) }
  const index = bands.index(speaker.frame)
  const level = rubric.levels[rubric.bandLevels[index] ?? -1]
  return { text: speaker.say.inLevel(`${title} ${amount(speaker, outcome.value)}`, ` ${speaker.level(level)}`, range(speaker, index)), state: 'info', rule: bands.value.node.path }
}

const nameOf = (speaker: Speaker): string => {
  const { value } = speaker.point.rubric.source
  const path = typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['var'] === 'string' ? value['var'] : undefined
  return (path === undefined ? undefined : speaker.title(path)) ?? speaker.words(value ?? null)
}

function valuePath({ point }: Speaker): string {
  const { value } = point.rubric.source
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['var'] === 'string' ? value['var'] : ''
}

function amount(speaker: Speaker, value: number): string {
  const path = valuePath(speaker)
  return speaker.number(value, speaker.compiled.scope.variable(path)?.unit, decimalsOf(speaker.compiled, path))
}

/** A band by its ends: 3 % – 5 %. */
function range(speaker: Speaker, index: number): string {
  const { bands } = speaker.point.rubric
  const { say } = speaker
  const upper = speaker.point.rubric.source.includes === 'upper'
  const end = (i: number): string | undefined => {
    const value = bands?.ends[i]?.number(speaker.frame)
    return value === undefined || Number.isNaN(value) ? undefined : speaker.number(value, speaker.compiled.scope.variable(valuePath(speaker))?.unit)
  }
  const [low, high] = [end(index - 1), end(index)]
  if (low !== undefined && high !== undefined) return say.between(low, high)
  if (low !== undefined) return upper ? say.above(low) : say.from(low)
  return high === undefined ? '' : upper ? say.upTo(high) : say.below(high)
}

/** The conditions of the level reached, or of every level that is still open. */
function decisive(speaker: Speaker, outcome: Node): Sentence[] {
  const { rubric } = speaker.point
  const reached = rubric.criteria.find(({ level, rule }) => rubric.levels[level]?.id === outcome.level && rule?.truth(speaker.frame) === 2)
  const shown = reached ?? rubric.criteria.find(({ rule }) => rule && rule.truth(speaker.frame) !== 2)
  return shown?.rule ? conditions(shown.rule, speaker) : []
}

function missing(speaker: Speaker, outcome: Node): Sentence[] {
  return outcome.issues
    .filter(({ code, severity }) => code.startsWith('answer.') || code.startsWith('evidence.') || code.startsWith('check.') || (severity !== 'error' && code.startsWith('rule.')))
    .map((one): Sentence => {
      const [, root, first, second] = one.path.split('/')
      const field = root === 'answers' ? first : undefined
      const requirement = root === 'evidence' ? second : undefined
      return { text: messageOf(one, speaker.locale, speaker.compiled), state: one.severity === 'error' ? 'unmet' : 'unknown', ...(field !== undefined && { field }), ...(requirement !== undefined && { requirement }) }
    })
}

/** What the next better level asks and is not met yet. */
function next(speaker: Speaker, outcome: Node): Sentence[] {
  const { rubric } = speaker.point
  const current = rubric.levels.findIndex(({ id }) => id === (outcome.level ?? outcome.possible.at(-1)))
  const better = (level: Level): string => ` ${speaker.level(level)}`
  if (current <= 0) return []
  if (rubric.source.method === 'bands' && rubric.bands && outcome.value !== undefined) {
    const index = rubric.bands.index(speaker.frame)
    for (const step of [1, -1]) {
      const level = rubric.levels[rubric.bandLevels[index + step] ?? -1]
      const position = rubric.bandLevels[index + step] ?? Infinity
      const end = rubric.bands.ends[step === 1 ? index : index - 1]?.number(speaker.frame)
      if (!level || position >= current || end === undefined || Number.isNaN(end)) continue
      const gap = gapOf(speaker, Math.abs(end - outcome.value), speaker.compiled.scope.variable(valuePath(speaker))?.unit, decimalsOf(speaker.compiled, valuePath(speaker)))
      return [{ text: speaker.say.to(better(level), `${nameOf(speaker)} ${range(speaker, index + step)}${end === outcome.value ? '' : `${speaker.say.stop}${step === 1 ? speaker.say.short(gap) : speaker.say.over(gap)}`}`), state: 'unmet' }]
    }
  }
  if (rubric.source.method === 'criteria') {
    const wanted = rubric.criteria.filter(({ level, rule }) => level < current && rule && rule.truth(speaker.frame) !== 2).at(-1)
    const level = rubric.levels[wanted?.level ?? -1]
    if (wanted?.rule && level) {
      return conditions(wanted.rule, speaker).filter(({ state }) => state !== 'met').map((one) => ({ ...one, text: speaker.say.to(better(level), one.text) }))
    }
  }
  return []
}

function limits(speaker: Speaker, outcome: Node): Sentence[] {
  const { rubric, point } = speaker.point
  return (outcome.limits ?? []).flatMap(({ kind, id, level, state }): Sentence[] => {
    const named = speaker.level(rubric.levels.find((one) => one.id === level))
    const limit = kind === 'evidence' ? undefined : rubric.limits.find((one) => one.kind === kind && one.limit.id === id)
    const title = limit?.limit.title ?? point.evidence?.find((one) => one.id === id)?.title ?? id
    const detail = limit?.rule && state === 'applies' ? conditions(limit.rule, speaker).map(({ text }) => text).join(speaker.locale === 'zh' ? '；' : '; ') : ''
    const text = speaker.say[kind](title, ` ${named}`) + (state === 'possible' ? speaker.say.perhaps : '')
    return [{ text: detail ? `${text}（${detail}）` : text, state: state === 'applies' ? 'unmet' : 'unknown', ...(limit?.rule && { rule: limit.rule.node.path }) }]
  })
}

/** Every parameter the point's rules read, with its value and basis. */
function basis(speaker: Speaker): Sentence[] {
  const { framework } = speaker.compiled
  const { point } = speaker.point
  const found = namesIn([point.calculations ?? {}, point.rubric, point.checks ?? []] as unknown as Rule)
  return [...found].filter((path) => path.startsWith('params.')).flatMap((path): Sentence[] => {
    const parameter = owned(framework.parameters, path.slice('params.'.length))
    if (!parameter) return []
    const { kind, document, clause, unverified } = parameter.basis
    const constant = speaker.compiled.scope.variable(path)?.constant
    const value = typeof constant === 'number' ? constant : parameter.value
    const shown = typeof value === 'number' ? speaker.number(value, parameter.unit, parameter.decimals) : String(value)
    const from = [document, clause].filter((part) => part !== undefined && part !== '').join(' ')
    return [{ text: speaker.say.basis(parameter.title, shown, speaker.say.kinds[kind], from) + (unverified ? speaker.say.unverified : ''), state: 'info' }]
  })
}
