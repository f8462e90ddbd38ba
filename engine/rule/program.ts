import { accuracyOf, type Accuracy } from './accuracy.ts'
import { exactTruth, running, start, type Closure } from './closure.ts'
import { compiler } from './compiler.ts'
import { isDate } from './constant.ts'
import { dayOf } from './day.ts'
import { tied, zone } from './decide.ts'
import { execute, op, operands, stride } from './instructions.ts'
import { nodeOf } from './node.ts'
import { zeroBound } from './numbers.ts'
import { Rational, toNumber } from './rational.ts'
import { readsOf } from './reads.ts'
import { relations, type Verdicts } from './relations.ts'
import type { CompiledRule } from './rule.ts'
import { hasRows } from './source.ts'
import type { Frame, Layout, Node, Part, Run, Variable } from './contract.ts'

/** A rule and, for a calculation, the variable it is stored in. */
export interface Step { rule: CompiledRule; variable?: Variable }

/**
 * All rules of a framework as one straight run over registers: the slots first, then what the rules come to. Three-valued and
 * exact like the closures it stands for; what registers cannot hold, and ties, are left to closures. No jumps: the other
 * branch of an `if` is computed too and ignored.
 */
export class Program implements Run {
  readonly size: number
  private readonly code: Int32Array
  /** Registers of constants, and what they hold. */
  private readonly fixed: Int32Array
  private readonly values: Float64Array
  private readonly closures: readonly Closure[]
  /** Slots read by the closures of instructions, by the place of these. */
  private readonly reads: ReadonlyMap<number, readonly number[]>
  private readonly slots: number
  /** What rests on one slot, by slot, as far as it was asked for. */
  private readonly parts = new Map<number, Part>()

  constructor(steps: readonly Step[], slots: number) {
    const writer = new Writer(slots)
    for (const step of steps) step.rule.register = writer.rule(step)
    this.size = writer.size
    this.code = Int32Array.from(writer.code)
    this.fixed = Int32Array.from(writer.constants, ([register]) => register)
    this.values = Float64Array.from(writer.constants, ([, value]) => value)
    this.closures = writer.closures
    this.reads = writer.reads
    this.slots = slots
  }

  /** Registers of an empty submission. */
  template(empty: Float64Array): Float64Array {
    const registers = new Float64Array(this.size)
    registers.set(empty)
    for (const [i, register] of this.fixed.entries()) registers[register] = this.values[i] as number
    return registers
  }

  /** Works out every rule; their results stay in the registers until a slot changes. */
  run(frame: Frame): void {
    start(frame)
    frame.fresh = false
    execute(this.code, frame.numbers, this.closures)
    frame.fresh = true
  }

  /** Works out again what rests on slots that changed since the last run. */
  rerun(frame: Frame, { code, written, before }: Part): void {
    for (let i = 0; i < written.length; i++) before[i] = frame.numbers[written[i] as number] as number
    start(frame)
    execute(code, frame.numbers, this.closures)
    frame.fresh = true
  }

  /** What rests on these slots, directly or through others, in order. */
  behind(slots: readonly number[]): Part {
    const [slot] = slots
    if (slot === undefined || slots.length > 1) return this.restingOn(slots)
    const known = this.parts.get(slot) ?? this.restingOn(slots)
    this.parts.set(slot, known)
    return known
  }

  private restingOn(slots: readonly number[]): Part {
    const marked = new Uint8Array(this.size)
    for (const slot of slots) marked[slot] = 1
    const code: number[] = []
    const written: number[] = []
    for (let pc = 0; pc < this.code.length; pc += stride) {
      let rests = this.reads.get(pc)?.some((slot) => marked[slot] === 1) ?? false
      for (let i = 0; i < (operands[this.code[pc] as number] as number); i++) if (marked[this.code[pc + 2 + i] as number] === 1) rests = true
      if (!rests) continue
      const target = this.code[pc + 1] as number
      marked[target] = 1
      if (target < this.slots) written.push(target)
      for (let i = 0; i < stride; i++) code.push(this.code[pc + i] as number)
    }
    return { code: Int32Array.from(code), written, before: new Float64Array(written.length) }
  }
}

class Writer {
  readonly code: number[] = []
  readonly constants: [number, number][] = []
  readonly closures: Closure[] = []
  readonly reads = new Map<number, readonly number[]>()
  size: number
  private readonly known = new Map<string, number>()
  private current: CompiledRule | undefined
  private last: { key: string; at: number } | undefined

  private readonly slots: number

  constructor(slots: number) {
    this.slots = slots
    this.size = slots
  }

  /** The register a rule's result is in; -1 where it is no number and no condition. */
  rule({ rule, variable }: Step): number {
    const { kind } = rule.type
    this.current = rule
    if (kind !== 'number' && kind !== 'boolean' && kind !== 'date') {
      if (variable) this.leave(rule.reads, variable.slot, stored(rule, variable))
      return -1
    }
    const register = hasRows(rule.node) ? this.call(rule.node, kind === 'boolean' ? compiler.truth(rule.node) : compiler.number(rule.node)) : kind === 'boolean' ? this.truth(rule.node) : this.number(rule.node)
    if (!variable) return register
    if (this.redirected(register, variable.slot)) return variable.slot
    this.code.push(op.move, variable.slot, register, 0, 0, 0)
    return register
  }

  /** Lets the last instruction write where its result is wanted; nobody has read it yet. Not where that is another calculation's own slot. */
  private redirected(register: number, slot: number): boolean {
    const { last } = this
    if (last === undefined || register < this.slots || last.at !== this.code.length - stride || this.code[last.at + 1] !== register) return false
    this.code[last.at + 1] = slot
    this.known.set(last.key, slot)
    return true
  }

  private register(): number {
    return this.size++
  }

  private constant(value: number): number {
    return this.once(`k${value}`, () => {
      const register = this.register()
      this.constants.push([register, value])
      return register
    })
  }

  /** The same computation is done once. */
  private once(key: string, write: () => number): number {
    const register = this.known.get(key) ?? write()
    this.known.set(key, register)
    return register
  }

  private write(operation: number, a: number, b = 0, c = 0, closure?: () => Closure): number {
    const key = `${operation},${a},${b},${c}`
    return this.once(key, () => {
      const register = this.register()
      this.last = { key, at: this.code.length }
      this.code.push(operation, register, a, b, c, closure ? this.closures.push(closure()) - 1 : 0)
      return register
    })
  }

  private call(node: Node, closure: Closure): number {
    const register = this.register()
    this.leave(readsOf(node), register, closure)
    return register
  }

  /** An instruction that looks at slots behind the registers' back. */
  private leave(reads: readonly number[], target: number, closure: Closure): void {
    this.reads.set(this.code.length, reads)
    this.code.push(op.call, target, 0, 0, 0, this.closures.push(closure) - 1)
  }

  private number(node: Node): number {
    const { kind, constant, variable, parts } = node
    if (kind === 'constant') return this.constant(typeof constant === 'string' ? dayOf(constant) ?? NaN : constant instanceof Rational ? toNumber(constant) : NaN)
    if (kind === 'variable' && variable) return variable.slot
    if (kind !== 'call' || !parts.every(({ type }) => ['number', 'boolean', 'nothing'].includes(type.kind))) return this.call(node, compiler.number(node))
    const [a, b] = parts
    const all = (operation: number): number => parts.map((part) => this.number(part)).reduce((x, y) => this.write(operation, x, y))
    switch (node.operator?.name) {
      case '+': return parts.length > 0 ? all(op.add) : this.constant(0)
      case '*': return a && b && parts.length === 2 && b.kind === 'constant' ? this.times(a, b) : all(op.multiply)
      case '-': return a && b ? this.write(op.subtract, this.number(a), this.number(b)) : a ? this.write(op.negate, this.number(a)) : this.constant(NaN)
      case 'min': return all(op.least)
      case 'max': return all(op.greatest)
      case 'abs': return a ? this.write(op.size, this.number(a)) : this.constant(NaN)
      case '/': case 'share': case 'growth': {
        if (!a || !b || zeroBound(b) >= 0) return this.call(node, compiler.number(node))
        if (node.operator.name === 'share') return this.write(op.ratio, this.number(a), this.number(b), this.constant(100))
        const ratio = this.write(op.divide, this.number(a), this.number(b))
        return node.operator.name === '/' ? ratio : this.write(op.percent, ratio)
      }
      case 'var': case '??': return parts.map((part) => this.number(part)).reduceRight((rest, first) => this.write(op.known, first, rest))
      case 'if': case '?:': return this.branches(parts, op.select, (part) => this.number(part), NaN)
      case undefined: default: return this.call(node, compiler.number(node))
    }
  }

  /** Something times a constant; a quotient in one go. */
  private times(value: Node, constant: Node): number {
    const [a, b] = value.operator?.name === '/' && value.parts.every(({ type }) => type.kind === 'number') ? value.parts : []
    const factor = this.number(constant)
    return a && b && zeroBound(b) < 0 ? this.write(op.ratio, this.number(a), this.number(b), factor) : this.write(op.multiply, this.number(value), factor)
  }

  private branches(parts: readonly Node[], operation: number, value: (part: Node) => number, otherwise: number): number {
    const tail = parts.length % 2 === 1 ? parts.at(-1) : undefined
    let rest = tail ? value(tail) : this.constant(otherwise)
    for (let i = (parts.length >> 1) * 2 - 2; i >= 0; i -= 2) {
      const [test, branch] = [parts[i], parts[i + 1]]
      if (test && branch) rest = this.write(operation, this.truth(test), value(branch), rest)
    }
    return rest
  }

  private truth(node: Node): number {
    const { kind, variable, parts, type } = node
    if (kind === 'constant') return this.constant(node.constant === undefined ? 1 : node.constant === true ? 2 : 0)
    if (kind === 'variable' && variable && type.kind === 'boolean') return variable.slot
    if (kind !== 'call') return this.call(node, exactTruth(node))
    const [a, b] = parts
    const all = (operation: number, empty: number): number => parts.length > 0 ? parts.map((part) => this.truth(part)).reduce((x, y) => this.write(operation, x, y)) : this.constant(empty)
    switch (node.operator?.name) {
      case 'and': {
        const truths = parts.map((part) => this.truth(part))
        const [x, y, z, ...more] = truths
        if (x !== undefined && y !== undefined && z !== undefined && more.length === 0) return this.write(op.all, x, y, z)
        return x === undefined ? this.constant(2) : truths.reduce((one, other) => this.write(op.both, one, other))
      }
      case 'or': return all(op.either, 0)
      case '!': return a ? this.write(op.not, this.truth(a)) : this.constant(1)
      case 'if': case '?:': return this.branches(parts, op.choose, (part) => this.truth(part), 1)
      case '==': case '===': case '!=': case '!==': {
        const option = a && b && (this.option(a, b) ?? this.option(b, a))
        if (option !== undefined) return node.operator.name.startsWith('=') ? option : this.write(op.not, option)
        if (a?.type.kind !== 'boolean' || b?.type.kind !== 'boolean') return this.comparison(node)
        const same = this.write(op.same, this.truth(a), this.truth(b))
        return node.operator.name.startsWith('=') ? same : this.write(op.not, same)
      }
      case '<': case '<=': case '>': case '>=': return this.comparison(node)
      case undefined: default: return this.call(node, compiler.truth(node))
    }
  }

  /** Whether a text with declared options is a certain one of them. */
  private option({ kind, type, variable }: Node, { constant }: Node): number | undefined {
    const place = kind === 'variable' && variable && type.kind === 'text' && typeof constant === 'string' ? type.options?.indexOf(constant) ?? -1 : -1
    return place < 0 ? undefined : this.write(op.decimals, variable?.slot ?? 0, this.constant(place), packed({ above: 0, below: 0, same: 2 }))
  }

  private comparison(node: Node): number {
    const [a, b, c] = node.parts
    const says = relations[node.operator?.name ?? '']
    if (!a || !b || !says || !node.parts.every(({ type, constant }) => type.kind === 'number' || type.kind === 'date' || isDate(constant))) return this.call(node, compiler.truth(node))
    if (!c) return this.pair(a, b, says, node, 0)
    return this.write(op.both, this.pair(a, b, says, node, 0), this.pair(b, c, says, node, 1))
  }

  private pair(a: Node, b: Node, says: Verdicts, node: Node, first: 0 | 1): number {
    const [x, y] = [this.number(a), this.number(b)]
    const [left, right] = [accuracy(a), accuracy(b)]
    if (left.decimal && right.decimal) return this.write(op.decimals, x, y, packed(says))
    const { current } = this
    const tie = (): Closure => (current ? late(current, node.path, first) : tied(node, says))
    if (b.kind === 'constant') return this.against(x, b, left, says, tie)
    if (a.kind === 'constant') return this.against(y, a, right, { above: says.below, below: says.above, same: says.same }, tie)
    const register = this.register()
    this.constants.push([this.register(), (left.absolute + right.absolute) * 1.01], [this.register(), Math.max(left.relative, right.relative) * 1.01 + 2 ** -51])
    this.code.push(op.apart, register, x, y, packed(says), this.closures.push(tie()) - 1)
    return register
  }

  private against(value: number, constant: Node, made: Accuracy, says: Verdicts, tie: () => Closure): number {
    const k = constant.constant instanceof Rational ? toNumber(constant.constant) : NaN
    const { low, high } = zone(k, made)
    const around = this.once(`z${k},${low},${high}`, () => {
      const register = this.register()
      this.constants.push([register, low], [this.register(), high])
      return register
    })
    if (says.same === 2 && says.above === 2) return this.write(op.atLeast, value, around, around + 1, tie)
    if (says.same === 2 && says.below === 2) return this.write(op.atMost, value, around, around + 1, tie)
    return this.write(op.against, value, around, packed(says), tie)
  }
}

/** A calculation that registers cannot hold, put where it belongs. */
const stored = (rule: CompiledRule, variable: Variable): Closure => (slots) => {
  if (running.frame) rule.store(running.frame, variable)
  return slots[variable.slot] as number
}

/** A comparison of two neighbouring parts that doubles cannot decide; its tree is looked for when that first happens. */
function late(rule: CompiledRule, path: string, first: 0 | 1): Closure {
  let closure: Closure | undefined
  return (slots) => {
    if (!closure) {
      const node = comparisonAt(rule.node, path)
      const says = relations[node?.operator?.name ?? '']
      if (!node || !says) throw new Error(`no comparison at ${path}`)
      closure = tied(nodeOf({ ...node, parts: node.parts.slice(first, first + 2) }), says)
    }
    return closure(slots)
  }
}

function comparisonAt(node: Node, path: string): Node | undefined {
  if (node.path === path && node.kind === 'call' && relations[node.operator?.name ?? '']) return node
  for (const part of node.parts) {
    const found = comparisonAt(part, path)
    if (found) return found
  }
  return undefined
}

const packed = ({ above, below, same }: Verdicts): number => (above << 4) | (below << 2) | same
const day: Accuracy = { decimal: true, whole: true, absolute: 0, relative: 0, tiny: 1, big: 1e7 }
const accuracy = (node: Node): Accuracy => (node.type.kind === 'number' ? accuracyOf(node) : day)

/** Makes a program of the rules and gives frames of the layout room for it. Calculations come first, each after those it reads. */
export function link(layout: Layout, steps: readonly Step[]): void {
  const program = new Program(steps, layout.size)
  layout.program = program
  for (const { rule } of steps) rule.forget()
}
