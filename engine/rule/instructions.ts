import { running, type Closure } from './closure.ts'
import { stepLimit } from './run.ts'

/** Words of one instruction: operation, target, up to four operands. */
export const stride = 6
export const op = {
  move: 0, add: 1, subtract: 2, multiply: 3, divide: 4, negate: 5, size: 6, least: 7, greatest: 8, percent: 9, select: 10, known: 11,
  decimals: 12, against: 13, apart: 14, both: 15, either: 16, not: 17, choose: 18, same: 19, call: 20, atLeast: 21, atMost: 22, ratio: 23, all: 24,
} as const
/** How many registers an operation reads, by its number; what a closure reads stands apart. */
export const operands = [1, 2, 2, 2, 2, 1, 1, 2, 2, 1, 3, 2, 2, 1, 2, 2, 2, 1, 3, 2, 0, 1, 1, 3, 3]

/** The case labels are plain numbers, as in `op`: only then is the switch one jump. */
export function execute(code: Int32Array, r: Float64Array, closures: readonly Closure[]): void {
  for (let pc = 0; pc < code.length; pc += stride) {
    const target = code[pc + 1] as number
    const x = r[code[pc + 2] as number] as number
    const y = r[code[pc + 3] as number] as number
    switch (code[pc] as number) {
      case 0: /* move */ r[target] = x; break
      case 1: /* add */ r[target] = x + y; break
      case 2: /* subtract */ r[target] = x - y; break
      case 3: /* multiply */ r[target] = x * y + 0; break
      case 4: /* divide */ r[target] = y === 0 ? NaN : x / y + 0; break
      case 23: /* ratio */ r[target] = y === 0 ? NaN : (x / y) * (r[code[pc + 4] as number] as number) + 0; break
      case 5: /* negate */ r[target] = 0 - x; break
      case 6: /* size */ r[target] = Math.abs(x); break
      case 7: /* least */ r[target] = Math.min(x, y); break
      case 8: /* greatest */ r[target] = Math.max(x, y); break
      case 9: /* percent */ r[target] = x * 100 - 100; break
      case 10: /* select */ r[target] = x === 2 ? y : x === 0 ? r[code[pc + 4] as number] as number : NaN; break
      case 11: /* known */ r[target] = x === x ? x : y; break
      case 12: /* decimals */ {
        const says = code[pc + 4] as number
        r[target] = x > y ? says >> 4 : x < y ? (says >> 2) & 3 : x === y ? says & 3 : 1
        break
      }
      case 21: /* atLeast */ r[target] = x > (r[code[pc + 4] as number] as number) ? 2 : x < y ? 0 : x === x ? (closures[code[pc + 5] as number] as Closure)(r) : 1; break
      case 22: /* atMost */ r[target] = x > (r[code[pc + 4] as number] as number) ? 0 : x < y ? 2 : x === x ? (closures[code[pc + 5] as number] as Closure)(r) : 1; break
      case 13: /* against */ {
        const says = code[pc + 4] as number
        const high = r[(code[pc + 3] as number) + 1] as number
        r[target] = x > high ? says >> 4 : x < y ? (says >> 2) & 3 : x === x ? (closures[code[pc + 5] as number] as Closure)(r) : 1
        break
      }
      case 14: /* apart */ {
        const says = code[pc + 4] as number
        const closure = code[pc + 5] as number
        const size = Math.abs(x) + Math.abs(y)
        const near = (r[target + 1] as number) + (r[target + 2] as number) * size
        const gap = x - y
        r[target] = gap > near ? says >> 4 : gap < -near ? (says >> 2) & 3 : gap === gap ? (closures[closure] as Closure)(r) : 1
        break
      }
      case 15: /* both */ r[target] = x < y ? x : y; break
      case 24: /* all */ {
        const z = r[code[pc + 4] as number] as number
        const least = x < y ? x : y
        r[target] = least < z ? least : z
        break
      }
      case 16: /* either */ r[target] = x > y ? x : y; break
      case 17: /* not */ r[target] = 2 - x; break
      case 18: /* choose */ r[target] = x === 2 ? y : x === 0 ? r[code[pc + 4] as number] as number : 1; break
      case 19: /* same */ r[target] = x === 1 || y === 1 ? 1 : x === y ? 2 : 0; break
      case 20: /* call */
        running.steps = stepLimit
        r[target] = (closures[code[pc + 5] as number] as Closure)(r)
        break
      default: break
    }
  }
}
