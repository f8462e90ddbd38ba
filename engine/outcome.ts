import type { Issue, Node, Outcome, Traced } from '../schemas/index.ts'
import type { Compiled } from './compiled.ts'

/** What an outcome is put together from. */
export interface Parts {
  readonly compiled: Compiled
  /** By position in the tree; nobody changes them any more. */
  readonly nodes: readonly (Node | undefined)[]
  /** The stretch of slots from the first calculation to the last, and what is no number by place. */
  readonly numbers: readonly number[]
  readonly others: readonly unknown[]
  readonly traces: ReadonlyMap<string, Traced[]> | undefined
}

/**
 * An outcome document whose long parts are put together when first looked at. They are properties of its own, as in any document;
 * all outcomes share the functions behind them, which keeps making one cheap.
 */
export class LazyOutcome implements Outcome {
  readonly format = 'yardstick/outcome@1'
  readonly framework: Outcome['framework']
  readonly inputs: string
  declare readonly nodes: Outcome['nodes']
  declare readonly calculations: Outcome['calculations']
  declare readonly issues: Issue[]
  readonly #parts: Parts
  #nodes: Outcome['nodes'] | undefined
  #calculations: Outcome['calculations'] | undefined
  #issues: Issue[] | undefined

  constructor(framework: Outcome['framework'], inputs: string, parts: Parts) {
    this.framework = framework
    this.inputs = inputs
    this.#parts = parts
    Object.defineProperty(this, 'nodes', LazyOutcome.#shared.nodes)
    Object.defineProperty(this, 'calculations', LazyOutcome.#shared.calculations)
    Object.defineProperty(this, 'issues', LazyOutcome.#shared.issues)
  }

  static readonly #shared = {
    nodes: own(function (this: LazyOutcome) {
      return (this.#nodes ??= nodesOf(this.#parts))
    }),
    calculations: own(function (this: LazyOutcome) {
      return (this.#calculations ??= calculationsOf(this.#parts))
    }),
    issues: own(function (this: LazyOutcome) {
      return (this.#issues ??= issuesOf(this.#parts))
    }),
  }
}

function own(get: (this: LazyOutcome) => unknown): PropertyDescriptor {
  return { get, enumerable: true, configurable: false }
}

function nodesOf({ compiled, nodes, traces }: Parts): Outcome['nodes'] {
  const record: Outcome['nodes'] = {}
  for (const list of [compiled.points, compiled.upward]) {
    for (const { id, index } of list) {
      const node = nodes[index]
      if (!node) continue
      const trace = traces?.get(id)
      record[id] = trace ? { ...node, trace } : node
    }
  }
  return record
}

function calculationsOf({ compiled: { calculations, places: { first } }, numbers, others }: Parts): Outcome['calculations'] {
  const record: Record<string, unknown> = {}
  for (const [i, { id, variable }] of calculations.entries()) {
    const number = numbers[variable.slot - first] as number
    record[id] = variable.type.kind !== 'number' ? (others[i] ?? null) : Number.isNaN(number) ? null : number
  }
  return record as Outcome['calculations']
}

function issuesOf({ compiled: { places }, nodes }: Parts): Issue[] {
  const issues: Issue[] = []
  for (const place of places.nodes) for (const one of nodes[place]?.issues ?? []) issues.push(one)
  return issues
}
