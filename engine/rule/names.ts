import type { Rule } from '../../schemas/index.ts'
import { run } from './run.ts'
import { isList } from './value.ts'
import type { Bound, Env, Node, Site } from './contract.ts'

/** Binds arguments that yield names, and resolves every name that may come out of them. */
export function named(site: Site, args: readonly Rule[]): Partial<Bound> | undefined {
  const names = new Map<string, Node>()
  const parts: Node[] = []
  let fine = true
  const gather = (rule: Rule, path: string): void => {
    if (typeof rule === 'string') {
      const node = site.lookup(rule, path)
      if (node) names.set(rule, node)
      else fine = false
    } else if (Array.isArray(rule)) for (const [i, part] of rule.entries()) gather(part, `${path}/${i}`)
    else if (typeof rule === 'object' && rule !== null) {
      const [name = '', value = null] = Object.entries(rule)[0] ?? []
      const inner = Array.isArray(value) ? value : [value]
      if (name === 'merge' || name === 'missing' || name === 'missing_some') gather(inner, `${path}/${name}`)
      else if (name === 'if' || name === '?:') for (const [i, part] of inner.entries()) if (i % 2 === 1 || i === inner.length - 1) gather(part, `${path}/${name}/${i}`)
      if (!['merge', 'missing', 'missing_some', 'if', '?:'].includes(name)) fine = site.report('rule.dynamic', {}, path) ?? false
    }
  }
  for (const [i, arg] of args.entries()) {
    gather(arg, site.pathOf(i))
    const part = fine ? site.bind(arg, i) : undefined
    if (!part) return undefined
    parts.push(part)
  }
  return { parts, names }
}

/** The names the arguments yield, a first list standing for all of them; undefined is unknown. */
export function namesOf(parts: readonly Node[], env: Env): readonly string[] | undefined {
  const values = parts.map((part) => run(part, env))
  const names = isList(values[0]) ? values[0] : values
  return names.every((name): name is string => typeof name === 'string') ? names : undefined
}

export const absent = (names: readonly string[], node: Node, env: Env): string[] =>
  names.filter((name) => {
    const named = node.names?.get(name)
    return !named || run(named, env) === undefined
  })
