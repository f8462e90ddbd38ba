import { compare, rational } from '../rule/rational.ts'
import { run } from '../rule/run.ts'
import { itemOf } from '../rule/type.ts'
import { fraction, isList, isNumber, truthy } from '../rule/value.ts'
import type { Env, Node, Operator, Site } from '../rule/contract.ts'

/** At least k of the conditions hold, and every floor does. Decided as soon as unknown ones can no longer change it. */
export const kOfN: Operator = {
  name: 'kOfN',
  title: { zh: '至少几项成立', en: 'At least k hold' },
  names: { zh: ['至少成立'], en: ['KOFN'] },
  arity: [2, 3],
  words: { zh: '{1} 中至少 {0} 项成立', en: 'at least {0} of {1}' },
  type: (site, [k, ...lists]) => {
    const fine = [k !== undefined && site.want(k, 'number'), ...lists.map((list) => conditions(site, list))]
    return fine.every(Boolean) ? { kind: 'boolean' } : undefined
  },
  run: ({ parts: [k, list, floors] }, env) => {
    const least = k && run(k, env)
    const [met, unknown] = list ? tally(list, env) : [0, 0]
    const [held, unsure, floor] = floors ? tally(floors, env) : [0, 0, 0]
    if (floors && held + unsure < (floor ?? 0)) return false
    if (!isNumber(least)) return undefined
    const needed = fraction(least)
    if (compare(rational(met + unknown), needed) < 0) return false
    return compare(rational(met), needed) >= 0 && unsure === 0 ? true : undefined
  },
}

function conditions(site: Site, list: Node): boolean {
  const item = itemOf(list.type)
  if (item?.kind === 'boolean' || item?.kind === 'nothing') return true
  return site.report('rule.type', { expected: ['boolean'], actual: item?.kind ?? list.type.kind, list: true }, list.path) ?? false
}

/** How many hold, how many are unknown, and of how many; an unknown list may hold any number. */
function tally(list: Node, env: Env): [met: number, unknown: number, all: number] {
  const values = run(list, env)
  if (!isList(values)) return [0, Infinity, 1]
  const met = values.filter((value) => value !== undefined && truthy(value)).length
  return [met, values.filter((value) => value === undefined).length, values.length]
}
