import { rowAt } from '../message.ts'
import { environment } from '../rule/environment.ts'
import { run } from '../rule/run.ts'
import { subtract, toNumber } from '../rule/rational.ts'
import type { CompiledRule } from '../rule/rule.ts'
import { fraction, isList, isNumber, Row } from '../rule/value.ts'
import type { Rule } from '../../schemas/index.ts'
import { decimalsOf, optionTitle, titled, type Speaker } from './speaker.ts'
import type { Env, Node } from '../rule/contract.ts'

/** One sentence of an explanation. */
export interface Sentence {
  text: string
  state?: 'met' | 'unmet' | 'unknown' | 'info'
  /** Field the sentence is about. */
  field?: string
  /** Evidence requirement of the point the sentence is about. */
  requirement?: string
  /** JSON Pointer of the rule the sentence reads. */
  rule?: string
}

/** A condition as one sentence for each of its parts joined by "and" or counted, each with its state and what it falls short by. */
export function conditions(rule: CompiledRule, speaker: Speaker): Sentence[] {
  return sentences({ node: rule.node, source: titled(rule.source, speaker.compiled) }, speaker)
}

function sentences(piece: Piece, speaker: Speaker): Sentence[] {
  return parts(piece.node, piece.source).flatMap((part) => counted(part, speaker) ?? [sentence(part.node, part.source, speaker)])
}

/** At least so many of several: how many hold, then each of them. */
function counted({ node, source }: Piece, speaker: Speaker): Sentence[] | undefined {
  if (node.operator?.name !== 'kOfN') return undefined
  const [least, ...lists] = node.parts
  const [, ...sources] = argumentsOf(source)
  if (!least || !lists.every((list, i) => Array.isArray(sources[i]) && sources[i].length === list.parts.length)) return undefined
  const env = environment(speaker.frame)
  const value = run(node, env)
  const needed = run(least, env)
  const [among = [], floors = []] = lists.map((list, i) => list.parts.flatMap((part, j) => sentences({ node: part, source: (sources[i] as readonly Rule[])[j] ?? null }, speaker)))
  if (!isNumber(needed) || !lists[0]) return undefined
  const met = lists[0].parts.filter((part) => run(part, env) === true).length
  const head = { text: speaker.say.counted(lists[0].parts.length, toNumber(fraction(needed)), met), state: stateOf(value), rule: node.path }
  return [head, ...among, ...floors]
}

const stateOf = (value: unknown): 'met' | 'unmet' | 'unknown' => (value === undefined ? 'unknown' : value === true ? 'met' : 'unmet')

interface Piece { node: Node; source: Rule }

function parts(node: Node, source: Rule): Piece[] {
  if (node.operator?.name !== 'and' || typeof source !== 'object' || source === null || Array.isArray(source)) return [{ node, source }]
  const operands = source['and']
  if (!Array.isArray(operands) || operands.length !== node.parts.length) return [{ node, source }]
  return node.parts.flatMap((part, i) => parts(part, operands[i] ?? null))
}

function sentence(node: Node, source: Rule, speaker: Speaker): Sentence {
  const env = environment(speaker.frame)
  const value = run(node, env)
  const state = stateOf(value)
  const field = fieldOf(node, speaker)
  return { text: answered(node, source, env, speaker) ?? (state === 'unmet' ? failed(node, source, env, speaker) : speaker.words(source)), state, rule: node.path, ...(field !== undefined && { field }) }
}

/** A yes/no name asked alone, denied or compared: what it is, and where that is not what is asked, what is. */
function answered(node: Node, source: Rule, env: Env, speaker: Speaker, wanted = true): string | undefined {
  const [left, right] = node.parts
  if (node.variable && node.type.kind === 'boolean') {
    const title = speaker.title(node.variable.path)
    const value = run(node, env)
    const { say } = speaker
    return title === undefined ? undefined : value === wanted ? `${title}${say.colon}${say.answer(wanted)}` : say.wantedAnswer(title, typeof value === 'boolean' ? say.answer(value) : '', say.answer(wanted))
  }
  if (node.operator?.name === '!' && left) return answered(left, argumentsOf(source)[0] ?? null, env, speaker, !wanted)
  if (!['==', '==='].includes(node.operator?.name ?? '') || !left || !right) return undefined
  const asked = argumentsOf(source).find((each) => typeof each === 'boolean' || typeof each === 'string')
  const named = left.variable && left.constant === undefined ? left : right
  const title = named.variable && speaker.title(named.variable.path)
  if (typeof asked === 'string' && wanted && named.variable && title !== undefined) {
    const value = run(named, env)
    const now = typeof value === 'string' ? optionTitle(speaker.compiled, named.variable.path, value) : ''
    return now === asked ? `${title}${speaker.say.colon}${asked}` : speaker.say.wantedAnswer(title, now, asked)
  }
  return typeof asked === 'boolean' ? answered(left.variable ? left : right, source, env, speaker, wanted === asked) : undefined
}

const argumentsOf = (source: Rule): readonly Rule[] => {
  const [value] = typeof source === 'object' && source !== null && !Array.isArray(source) ? Object.values(source) : []
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** A condition that is not met, so that nobody takes it for a fact: the comparison as what there is and what is asked. */
function failed(node: Node, source: Rule, env: Env, speaker: Speaker): string {
  const short = shortfall(node, env, speaker)
  const tail = short ? `${speaker.say.stop}${short}` : ''
  const [left, right, ...more] = argumentsOf(source)
  const compared = ['>=', '>', '<=', '<', '==', '===', '!=', '!=='].includes(node.operator?.name ?? '') && left !== undefined && right !== undefined && more.length === 0
  if (compared) return `${speaker.say.wanted(speaker.words(left), `${node.operator?.join?.[speaker.locale].trim()} ${speaker.words(right)}`)}${tail}`
  return node.operator?.name === 'all' && short ? `${speaker.words(source)}${tail}` : `${speaker.say.unmet(speaker.words(source))}${tail}`
}

/** By how much a comparison fails; for a condition on every row, which rows fail and by how much. */
function shortfall(node: Node, env: Env, speaker: Speaker): string {
  const name = node.operator?.name ?? ''
  if (name === 'all') return rows(node, env, speaker)
  const diff = difference(node, env)
  if (diff === undefined || diff === 0) return ''
  const amount = gapOf(speaker, Math.abs(diff), unitOf(node), places(node, speaker))
  return diff > 0 ? speaker.say.short(amount) : speaker.say.over(amount)
}

/** A difference: of percentages in percentage points, and never so rounded that nothing is left of it. */
export function gapOf(speaker: Speaker, gap: number, unit: string | undefined, decimals = 2): string {
  const needed = gap > 0 ? Math.min(9, Math.max(decimals, Math.ceil(-Math.log10(gap)))) : decimals
  return speaker.number(gap, unit === '%' ? speaker.say.points : unit, needed)
}

/** How far the left side is below what the comparison asks (positive), or above it (negative). */
function difference(node: Node, env: Env): number | undefined {
  const [left, right] = node.parts
  if (!left || !right || !['>=', '>', '<=', '<', '==', '==='].includes(node.operator?.name ?? '')) return undefined
  const [a, b] = [run(left, env), run(right, env)]
  return isNumber(a) && isNumber(b) ? toNumber(subtract(fraction(b), fraction(a))) : undefined
}

function rows(node: Node, env: Env, speaker: Speaker): string {
  const [source, body] = node.parts
  const items = source && run(source, env)
  if (!isList(items) || !body || !source) return ''
  const key = keyOf(source, speaker)
  const failing: string[] = []
  const around = env.rows[node.depth]
  for (const [i, item] of items.entries()) {
    env.rows[node.depth] = item
    if (run(body, env) !== false) continue
    const cell = item instanceof Row && key !== undefined ? item.cells[key] : undefined
    const name = typeof cell === 'string' ? rowTitle(source, key ?? '', cell, speaker) : rowAt[speaker.locale](i + 1)
    const diff = difference(body, env)
    const amount = diff === undefined || diff === 0 ? '' : ` ${(diff > 0 ? speaker.say.short : speaker.say.over)(gapOf(speaker, Math.abs(diff), unitOf(body), places(body, speaker)))}`
    failing.push(`${name}${amount}`)
  }
  env.rows[node.depth] = around
  const shown = failing.slice(0, 5).join(speaker.say.separator) + (failing.length > 5 ? speaker.say.andMore(failing.length) : '')
  return failing.length > 0 ? speaker.say.rows(shown, '') : ''
}

/** The key column of the table a list comes from. */
function keyOf(source: Node, speaker: Speaker): string | undefined {
  const table = tableOf(source)
  const schema = table === undefined ? undefined : speaker.compiled.fields.get(table)?.schema
  return schema?.['x-key'] ?? Object.entries(schema?.items?.properties ?? {}).find(([, column]) => column.type === 'string')?.[0]
}

const tableOf = (node: Node): string | undefined => node.variable?.path ?? (node.parts[0] && tableOf(node.parts[0]))

function rowTitle(source: Node, key: string, value: string, speaker: Speaker): string {
  const table = tableOf(source)
  const column = table === undefined ? undefined : speaker.compiled.fields.get(table)?.schema.items?.properties?.[key]
  return column?.oneOf?.find((option) => option.const === value)?.title ?? value
}

function unitOf(node: Node): string | undefined {
  for (const part of node.parts) if (part.type.kind === 'number' && part.type.unit !== undefined) return part.variable?.unit ?? part.type.unit
  return undefined
}

function places(node: Node, speaker: Speaker): number | undefined {
  for (const part of node.parts) {
    const own = part.variable && part.constant === undefined ? decimalsOf(speaker.compiled, part.variable.path) : undefined
    if (own !== undefined) return own
  }
  return 2
}

/** The first field a condition reads, for a link to it. */
function fieldOf(node: Node, speaker: Speaker): string | undefined {
  const path = node.variable?.path
  if (path !== undefined && speaker.compiled.fields.has(path)) return path
  for (const part of node.parts) {
    const found = fieldOf(part, speaker)
    if (found !== undefined) return found
  }
  return undefined
}
