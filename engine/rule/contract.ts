import type { Issue, Rule } from '../../schemas/index.ts'
import type { Column, Type } from './type.ts'
import type { Plain, Value } from './value.ts'

/** The contracts of the rule language in one place, under everything that keeps them: what they name names them back. */

/** A name rules may read, and the slot that holds its value. */
export interface Variable {
  /** As written in `{"var": path}`. */
  readonly path: string
  type: Type
  /** Index into the frame; every variable has exactly one. */
  readonly slot: number
  readonly title?: string
  readonly unit?: string
  /** A value fixed when the framework is compiled (parameters): folded into the rules. */
  readonly constant?: Plain
  /** Set once the calculation behind this name is compiled, before any rule that reads it is. */
  rule?: Worked
}

/** What names a rule may read. */
export interface Scope {
  variable(path: string): Variable | undefined
  /** Names to suggest instead of one that does not exist; none any more when asked too often. */
  names(): Iterable<string>
}

/** The rule behind a calculation, as far as rules that read it look at it. */
export interface Worked {
  readonly type: Type
  readonly node: Node
  /** Whether the stored double stands for exactly one decimal. */
  readonly decimal: boolean
  /** Whether it can be unknown although everything it reads is there. */
  readonly fallible: boolean
}

/** One spot of a rule after binding: names resolved, types known, ready to run. */
export interface Node {
  /** constant: `constant`; variable: `variable`; item: a column of (or the whole) row at `depth`; call: `operator` on `parts`. */
  readonly kind: 'constant' | 'variable' | 'item' | 'call'
  /** JSON pointer to the spot. */
  readonly path: string
  readonly type: Type
  readonly operator: Operator | undefined
  readonly parts: readonly Node[]
  readonly constant: Value | undefined
  readonly variable: Variable | undefined
  /** How many row scopes lie around the one this node reads or, for map and its kin, opens. */
  readonly depth: number
  /** Column of the row; undefined for the whole row. */
  readonly key: string | undefined
  /** Names `missing` may look at. */
  readonly names: ReadonlyMap<string, Node> | undefined
}

/** What an evaluation carries along. */
export interface Env {
  frame: Frame
  /** The row each open row scope stands at. */
  rows: (Value | undefined)[]
  /** Steps left before the rule is given up. */
  steps: number
  /** Collects what went wrong, when asked for. */
  issues: Issue[] | undefined
  /** Calculations already worked out exactly, by slot. */
  readonly memo: Map<number, Value | undefined>
}

export interface Bilingual<T = string> { readonly zh: T; readonly en: T }

/**
 * One operator of the rule language. `words` is how a rule reads: `{0}` is the first argument, `{*}` all of them; with
 * `join` the arguments stand between that sign. `binds` says how tightly (1 or … 9 atom), so that brackets appear where needed.
 */
export interface Operator {
  readonly name: string
  readonly title: Bilingual
  /** What people type in a formula, the first of each being printed. */
  readonly names: Bilingual<readonly string[]>
  readonly arity: readonly [least: number, most: number]
  readonly words: Bilingual
  readonly join?: Bilingual | undefined
  readonly binds?: number | undefined
  /** Arguments are not all plain operands (names, rows): binds them itself. */
  readonly bind?: (site: Site, args: readonly Rule[]) => readonly Node[] | Node | Partial<Bound> | undefined
  /** Checks the arguments and says what comes out; undefined after reporting. */
  readonly type: (site: Site, parts: readonly Node[]) => Type | undefined
  readonly run: (node: Node, env: Env) => Value | undefined
}

export interface Bound { parts: readonly Node[]; depth: number; names: ReadonlyMap<string, Node> }

/** Where an operator stands while it is bound. */
export interface Site {
  readonly operator: Operator
  readonly path: string
  readonly visible: Visible
  /** Pointer of the i-th argument. */
  pathOf(index: number): string
  bind(rule: Rule, index: number, visible?: Visible): Node | undefined
  lookup(name: string, path: string): Node | undefined
  report(code: string, params?: Record<string, unknown>, path?: string, severity?: Issue['severity']): undefined
  /** Whether the node is of that kind; reports if not. A literal null passes with a warning: its result is always unknown. */
  want(node: Node, ...kinds: Type['kind'][]): boolean
}

/** One open row scope. */
export interface Level {
  readonly depth: number
  /** The row itself, or a list's item. */
  readonly item: Type
  readonly columns: readonly Column[]
  /** reduce: what has been gathered so far, at depth - 1. */
  readonly accumulator?: Type
  /** Calculated columns being bound, to notice circles. */
  readonly open: ReadonlySet<string>
}

/** What names a spot of a rule may read: the columns of the rows around it, innermost first, then the outer scope. */
export interface Visible { readonly scope: Scope; readonly levels: readonly Level[] }

/** All rules of a layout as one run. */
export interface Run {
  /** Registers of an empty submission. */
  template(empty: Float64Array): Float64Array
  run(frame: Frame): void
  /** What rests on these slots, directly or through others. */
  behind(slots: readonly number[]): Part
  /** Works out again what rests on slots that changed since the last run. */
  rerun(frame: Frame, part: Part): void
}

/** Instructions that rest on some slots; the slots of calculations they write, and what these held before they last ran. */
export interface Part { readonly code: Int32Array; readonly written: readonly number[]; readonly before: Float64Array }

/** Which slot holds which variable; made once per compiled framework. */
export interface Layout extends Scope {
  readonly variables: readonly Variable[]
  readonly size: number
  /** Slots of an empty submission. */
  readonly empty: Float64Array
  /** Slots whose values are objects. */
  held: readonly number[]
  settled: boolean
  spare: Frame | undefined
  /** What values a slot takes, so that most are checked without looking at their type. */
  readonly limits: Limits
  /** All rules as one run, where there is one; its registers follow the slots. */
  program: Run | undefined
}

/**
 * The values of one submission. A slot is a number (NaN unknown), a day (NaN unknown) or a truth (0 false, 1 unknown, 2 true);
 * texts, lists and tables are in `objects`, their slots saying whether there is one (0, or the place among the options) or not (NaN).
 */
export interface Frame {
  readonly layout: Layout
  readonly numbers: Float64Array
  /** Whether the registers hold what all rules come to with these slots. */
  fresh: boolean
  /** Grows with every value entered: what was worked out exactly holds as long as it stays. */
  version: number
  readonly objects: (Value | undefined)[]
}

/** What ordinary values are: for each slot where its kind of value stands among `numbers`, which say what it is, its ends and decimals; the options of texts. */
export interface Limits { readonly kinds: Uint32Array; readonly numbers: Float64Array; readonly options: (readonly unknown[])[] }
