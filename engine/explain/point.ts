import type { Level, Node, Rule } from '../../schemas/index.ts'
import type { CompiledRule } from '../rule/rule.ts'
import { basisOf } from './basis.ts'
import { messageOf } from '../message.ts'
import { namesIn } from '../names.ts'
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
      else if (outcome.awaiting) sentences.push({ text: say.awaiting(eitherOf(outcome.possible.map((id) => speaker.level(rubric.levels.find((one) => one.id === id))), speaker)), state: 'info' })
      break
    case 'score':
    case 'narrative':
      break
  }
  if (outcome.score !== undefined && (rubric.score || level === '')) sentences.push({ text: say.score(speaker.number(outcome.score)), state: 'info' })
  return sentences
}

/** A, B or C. */
const eitherOf = (names: readonly string[], { say }: Speaker): string => [names.slice(0, -1).join(say.separator), ...names.slice(-1)].filter(Boolean).join(say.or)

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

/** The criterion that decides, or that is still open: the first that is not false; where just one must hold, the one that does. */
function deciding({ point: { rubric }, frame }: Speaker): { level: number; rule?: CompiledRule; truth: number } | undefined {
  const all = rubric.criteria.map(({ level, rule }) => ({ level, ...(rule && { rule }), truth: rule?.truth(frame) ?? 1 }))
  return (rubric.source.policy === 'unique' ? all.find(({ truth }) => truth === 2) : undefined) ?? all.find(({ truth }) => truth !== 0)
}

/** The conditions of the level reached, or of the best level still open; where none holds, those of the level missed most narrowly. */
function decisive(speaker: Speaker, outcome: Node): Sentence[] {
  const { say, point: { rubric } } = speaker
  const found = deciding(speaker)
  const named = (position: number | undefined): string => speaker.level(rubric.levels[position ?? -1])
  if (found) {
    const limited = found.truth === 2 && outcome.status === 'determined' && rubric.levels[found.level]?.id !== outcome.level
    return [...(limited ? [{ text: say.byConditions(named(found.level)), state: 'info' as const }] : []), ...(found.rule ? conditions(found.rule, speaker) : [])]
  }
  const missed = rubric.criteria.filter(({ level }) => level < (rubric.otherwise ?? Infinity)).toSorted((a, b) => a.level - b.level)
  const nearest = missed.at(-1)
  const head: Sentence[] = rubric.otherwise === undefined || !nearest ? [] : [{ text: say.noneHolds(missed.map(({ level }) => named(level)), named(rubric.otherwise)), state: 'info' }]
  return [...head, ...(nearest?.rule ? conditions(nearest.rule, speaker) : [])]
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
    if ((rubric.bandLevels[index] ?? -1) < current) return []
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
    // A limit, not a condition, holds the level down.
    const found = deciding(speaker)
    if (found?.truth === 2 && found.level < current) return []
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
    return [{ text: detail ? speaker.say.because(text, detail) : text, state: state !== 'applies' ? 'unknown' : kind === 'floor' ? 'met' : 'unmet', ...(limit?.rule && { rule: limit.rule.node.path }) }]
  })
}

/** Every parameter the point's rules read, with its value and basis. */
function basis({ compiled, locale, point: { point } }: Speaker): Sentence[] {
  return basisOf(compiled, namesIn([point.calculations ?? {}, point.rubric, point.checks ?? []] as unknown as Rule), locale)
}
