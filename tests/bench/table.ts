import { compile } from '../../engine/compile.ts'
import { session } from '../../engine/session.ts'
import type { Framework } from '../../schemas/index.ts'
import { line, race, type Line } from './measure.ts'

const rows = 200

function schools(): Framework {
  const number = { type: 'number' as const, title: '数', minimum: 0, maximum: 1e6, 'x-decimals': 2 }
  return {
    format: 'yardstick/framework@1', id: 'bench', edition: '1', title: '测速', tiers: [{ id: 'point', title: '要点' }], parameters: {},
    elements: { schools: { type: 'array', title: '学校', items: { type: 'object', properties: { name: { type: 'string', title: '校名' }, pupils: number, books: number } } } },
    scales: { two: { title: '两级', levels: [{ id: 'yes', label: '是', score: 1 }, { id: 'no', label: '否', score: 0 }] } },
    indicators: [{ id: 'i', code: '1', title: '指标', evaluationPoints: [{
      id: 'p', code: '1.1', title: '要点', requirement: '…', schema: { type: 'object', properties: { schools: { $ref: '#/elements/schools' } } },
      calculations: { total: { title: '学生合计', rule: { sum: [{ map: [{ var: 'schools' }, { var: 'pupils' }] }] } } },
      rubric: { scale: 'two', method: 'criteria', criteria: [{ level: 'yes', levelIf: { '>=': [{ var: 'total' }, 100_000] } }], otherwise: 'no' },
    }] }],
  }
}

/** A key pressed in a summed column of 200 rows. */
export function table(): Line[] {
  const { compiled, issues } = compile(schools())
  if (!compiled || issues.length > 0) throw new Error(JSON.stringify(issues))
  const start = Array.from({ length: rows }, (_, i) => ({ name: `学校${i}`, pupils: 500 + i / 4, books: 9000 + i }))
  const byCell = session(compiled, { answers: { schools: start } })
  const open = session(compiled, { answers: { schools: start } })
  let [turn, current] = [0, start]
  const whole = (): unknown => {
    const at = (turn * 37) % rows
    turn++
    current = current.with(at, { ...(current[at] as (typeof start)[number]), pupils: 400 + (turn % 300) })
    return open.set('schools', current)
  }
  const cell = (): unknown => {
    const at = (turn * 37) % rows
    turn++
    return byCell.setCell('schools', at, 'pupils', 400 + (turn % 300))
  }
  const plain = (): number => current.reduce((sum, { pupils }) => sum + pupils, 0)
  const times = race({ whole, cell, plain })
  const { whole: entered = NaN, cell: typed = NaN, plain: looped = NaN } = times
  return [
    line(`table of ${rows} rows entered anew`, entered, 'µs', 'adding the column up in a loop', entered / looped),
    line(`keystroke in a summed column of ${rows} rows`, typed, 'µs', 'adding the column up in a loop', typed / looped),
  ]
}
