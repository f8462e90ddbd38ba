import type { Issue, Rule } from '../../schemas/index.ts'
import type { Env, Node } from './node.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'
import type { Visible } from './visible.ts'

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
