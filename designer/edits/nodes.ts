import type { EvaluationPoint, Framework, Indicator } from '../../schemas/index.ts'

/** Where a node hangs: its parent (none for the first tier), its list and its position there. */
export interface Spot { parent: Indicator | undefined; list: 'children' | 'evaluationPoints'; index: number; node: Indicator | EvaluationPoint }

export const isPoint = (node: Indicator | EvaluationPoint): node is EvaluationPoint => 'rubric' in node

/** Finds a node by id. */
export function find(document: Framework, id: string): Spot | undefined {
  const search = (nodes: readonly Indicator[], parent: Indicator | undefined): Spot | undefined => {
    for (const [index, node] of nodes.entries()) {
      if (node.id === id) return { parent, list: 'children', index, node }
      const at = (node.evaluationPoints ?? []).findIndex((point) => point.id === id)
      const point = node.evaluationPoints?.[at]
      if (point) return { parent: node, list: 'evaluationPoints', index: at, node: point }
      const below = search(node.children ?? [], node)
      if (below) return below
    }
    return undefined
  }
  return search(document.indicators, undefined)
}

export const pointOf = (document: Framework, id: string): EvaluationPoint | undefined => {
  const node = find(document, id)?.node
  return node && isPoint(node) ? node : undefined
}

/** The document with the list under a parent (none: the first tier) replaced; everything else is shared. */
export function setList(document: Framework, parent: string | undefined, list: Spot['list'], change: (nodes: readonly (Indicator | EvaluationPoint)[]) => readonly (Indicator | EvaluationPoint)[]): Framework {
  if (parent === undefined) {
    const indicators = change(document.indicators) as Indicator[]
    return indicators === document.indicators ? document : { ...document, indicators }
  }
  const walk = (nodes: Indicator[]): Indicator[] => {
    let changed = false
    const next = nodes.map((node) => {
      const young = node.id === parent ? changeOne(node, list, change) : below(node, walk)
      changed ||= young !== node
      return young
    })
    return changed ? next : nodes
  }
  const indicators = walk(document.indicators)
  return indicators === document.indicators ? document : { ...document, indicators }
}

function changeOne(node: Indicator, list: Spot['list'], change: (nodes: readonly (Indicator | EvaluationPoint)[]) => readonly (Indicator | EvaluationPoint)[]): Indicator {
  const old = node[list] ?? []
  const young = change(old)
  return young === old ? node : ({ ...node, [list]: young } as Indicator)
}

function below(node: Indicator, walk: (nodes: Indicator[]) => Indicator[]): Indicator {
  if (!node.children) return node
  const children = walk(node.children)
  return children === node.children ? node : { ...node, children }
}

/** Every id that a new one must not equal: nodes, elements, local fields, calculations, parameters. */
export function idsOf(document: Framework): Set<string> {
  const ids = new Set([document.id, ...Object.keys(document.elements), ...Object.keys(document.parameters)])
  const walk = (nodes: readonly Indicator[]): void => {
    for (const node of nodes) {
      ids.add(node.id)
      walk(node.children ?? [])
      for (const point of node.evaluationPoints ?? []) for (const id of [point.id, ...Object.keys(point.schema.properties), ...Object.keys(point.calculations ?? {})]) ids.add(id)
    }
  }
  walk(document.indicators)
  return ids
}

/** A fresh id: the stem, then stem2, stem3 … */
export function freshId(document: Framework, stem: string): string {
  const taken = idsOf(document)
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}${/\d$/.test(stem) ? '_' : ''}${n}`
    if (!taken.has(id)) return id
  }
}

/** What a new id begins with: the Latin words of its title, or what it is and the code of where it was made, as `field_2_1_1`. */
export function idStem(kind: string, title: string, code: string): string {
  const words = title.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []
  const spelt = words.map((word, i) => (i === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`)).join('')
  return (spelt.length > 2 ? spelt : [kind, ...(code.match(/[A-Za-z0-9]+/g) ?? [])].join('_')).slice(0, 50)
}
