import type { EvaluationPoint, Framework, Indicator } from '../../../schemas/index.ts'

/** A column of the matrix: the whole, a group's subtotal, or one point. `id` is the node's id. */
export interface Column { kind: 'total' | 'subtotal' | 'point'; id: string; code: string; title: string; weight?: number; group?: string; subgroup?: string }
/** A head cell over several columns. */
export interface Head { id: string; code: string; title: string; span: number; folded: boolean; foldable: boolean }
export interface Layout { columns: Column[]; groups: Head[]; subgroups: (Head | { subtotal: Column } | { empty: true; span: number })[] }

/** Columns of the selected points under two levels that fold; a folded group leaves its subtotal, a group with one point is that point. */
export function layoutOf(framework: Framework, selected: ReadonlySet<string>, folded: ReadonlySet<string>): Layout {
  const layout: Layout = { columns: [], groups: [], subgroups: [] }
  if (framework.aggregation) layout.columns.push({ kind: 'total', id: framework.id, code: '', title: framework.title })
  for (const root of framework.indicators) {
    const points = pointsUnder(root).filter(({ id }) => selected.has(id))
    if (!points.length) continue
    const foldable = points.length > 1
    const shut = foldable && folded.has(root.id)
    const before = layout.columns.length
    if (foldable) {
      const column = subtotal(root)
      layout.columns.push(column)
      layout.subgroups.push({ subtotal: column })
    }
    if (!shut) addChildren(layout, root, selected, folded)
    layout.groups.push({ id: root.id, code: root.code, title: root.title, span: layout.columns.length - before, folded: shut, foldable })
  }
  return layout
}

/** Every group that can be folded, first level or second. */
export function foldable(framework: Framework, selected: ReadonlySet<string>): { roots: string[]; children: string[] } {
  const many = (node: Indicator) => pointsUnder(node).filter(({ id }) => selected.has(id)).length > 1
  return {
    roots: framework.indicators.filter(many).map(({ id }) => id),
    children: framework.indicators.flatMap((root) => (root.children ?? []).filter(many).map(({ id }) => id)),
  }
}

export function pointsUnder(node: Indicator): EvaluationPoint[] {
  return [...(node.children ?? []).flatMap(pointsUnder), ...(node.evaluationPoints ?? [])]
}

export function allPoints(framework: Framework): EvaluationPoint[] {
  return framework.indicators.flatMap(pointsUnder)
}

/** The point ids a cycle selects; all when it names none. */
export function selectedPoints(framework: Framework, points: readonly string[] | undefined): Set<string> {
  const all = allPoints(framework).map(({ id }) => id)
  return new Set(points ? all.filter((id) => points.includes(id)) : all)
}

function addChildren(layout: Layout, root: Indicator, selected: ReadonlySet<string>, folded: ReadonlySet<string>): void {
  for (const child of root.children ?? []) {
    const points = pointsUnder(child).filter(({ id }) => selected.has(id))
    if (!points.length) continue
    const foldable = points.length > 1
    const shut = foldable && folded.has(child.id)
    const columns: Column[] = shut ? [{ ...subtotal(child), group: root.id, subgroup: child.id }] : points.map((point) => pointColumn(point, root.id, child.id))
    layout.columns.push(...columns)
    layout.subgroups.push({ id: child.id, code: child.code, title: child.title, span: columns.length, folded: shut, foldable })
  }
  const own = (root.evaluationPoints ?? []).filter(({ id }) => selected.has(id))
  if (own.length) {
    layout.columns.push(...own.map((point) => pointColumn(point, root.id)))
    layout.subgroups.push({ empty: true, span: own.length })
  }
}

function subtotal(node: Indicator): Column {
  return { kind: 'subtotal', id: node.id, code: node.code, title: node.title, ...(node.weight === undefined ? {} : { weight: node.weight }) }
}

function pointColumn(point: EvaluationPoint, group: string, subgroup?: string): Column {
  return { kind: 'point', id: point.id, code: point.code, title: point.title, group, ...(subgroup ? { subgroup } : {}) }
}
