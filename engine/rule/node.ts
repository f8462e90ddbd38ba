import type { Issue } from '../../schemas/index.ts'
import type { Frame } from '../slots.ts'
import type { Operator } from './operator.ts'
import type { Variable } from './scope.ts'
import type { Type } from './type.ts'
import type { Value } from './value.ts'

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

const none: readonly Node[] = []

/** A node with every property in its place: evaluation is much faster when all nodes are built alike. */
export const nodeOf = ({ kind, path, type, operator, parts = none, constant, variable, depth = 0, key, names }: Pick<Node, 'kind' | 'path' | 'type'> & Partial<Node>): Node =>
  ({ kind, path, type, operator, parts, constant, variable, depth, key, names })

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
