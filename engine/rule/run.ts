import { dateOf } from './day.ts'
import { rational } from './rational.ts'
import { Row, type Value } from './value.ts'
import type { Env, Frame, Node, Variable } from './contract.ts'

/** Steps one rule may take before it is given up. */
export const stepLimit = 100_000

/** The exact value of a node; undefined is unknown. */
export function run(node: Node, env: Env): Value | undefined {
  switch (node.kind) {
    case 'constant': return node.constant
    case 'variable': return node.variable && read(node.variable, env)
    case 'item': return item(node, env)
    case 'call': {
      if (--env.steps < 0) return spent(node, env)
      return node.operator?.run(node, env)
    }
  }
}

function item({ depth, key }: Node, env: Env): Value | undefined {
  const row = env.rows[depth]
  if (key === undefined) return row
  const cell = row instanceof Row ? row.cells[key] : undefined
  return typeof cell === 'number' ? rational(cell) : cell
}

/** Gives up: too many steps. */
export function spent(node: Node, env: Env): undefined {
  note(env, 'limit.steps', node, { limit: stepLimit })
}

/** Records why a value is unknown, once per spot. */
export function note(env: Env, code: string, node: Node, params?: Record<string, unknown>): undefined {
  const { issues } = env
  if (!issues || issues.length > 20 || issues.some((issue) => issue.code === code && (issue.path === node.path || code === 'limit.steps'))) return
  issues.push({ code, severity: 'warning', path: node.path, ...(params ? { params } : {}) })
}

/** What a slot holds, exactly: a calculation is worked out again from its rule, once per evaluation. */
function read(variable: Variable, env: Env): Value | undefined {
  const { rule } = variable
  const held = slotValue(env.frame, variable)
  if (!rule || held === undefined || rule.decimal) return held
  if (rule.type.kind !== 'number') return held
  const { memo } = env
  if (memo.has(variable.slot)) return memo.get(variable.slot)
  const { rows } = env
  env.rows = []
  const value = run(rule.node, env)
  env.rows = rows
  memo.set(variable.slot, value)
  return value
}

/** The value a slot holds. */
export function slotValue(frame: Frame, { slot, type }: Variable): Value | undefined {
  if (type.kind === 'number') {
    const x = frame.numbers[slot] ?? NaN
    return x === x ? rational(x) : undefined
  }
  if (type.kind === 'boolean') {
    const truth = frame.numbers[slot]
    return truth === 1 ? undefined : truth === 2
  }
  if (type.kind === 'date') {
    const day = frame.numbers[slot] ?? NaN
    return day === day ? dateOf(day) : undefined
  }
  return frame.objects[slot]
}
