import { controlId } from '../fields/useField.ts'
import type { Store } from '../store/contract.ts'

export interface Place {
  point: string
  field?: string
  requirement?: string
}

/** Goes to a place in the form and puts the focus there; a point not mounted yet is mounted first. */
export function jump(store: Store, { point, field, requirement }: Place): void {
  const home = field !== undefined && !store.point(point)?.fields.some(({ id }) => id === field) ? (store.pointsOf(field)[0] ?? point) : point
  store.setView({ point: home, panel: 'form', outline: false, verdict: false, jumped: { point: home, ...(field === undefined ? {} : { field }), ...(requirement === undefined ? {} : { requirement }), at: performance.now() } })
}

/** Finds the place in the page; called by the page after it has rendered. */
export function arrive(root: HTMLElement, { point, field, requirement }: Place): void {
  const section = root.querySelector<HTMLElement>(`[data-ys-slot="${point}"]`)
  const row = field === undefined ? undefined : section?.querySelector<HTMLElement>(`[data-ys-field="${field}"]`)
  const wanted = requirement === undefined ? undefined : section?.querySelector<HTMLElement>(`[data-ys-requirement="${requirement}"]`)
  const target = row ?? wanted ?? section?.querySelector<HTMLElement>('.ys-point') ?? section
  target?.scrollIntoView({ block: row || wanted ? 'center' : 'start', behavior: 'instant' })
  const control = row?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? (field === undefined ? undefined : section?.querySelector<HTMLElement>(`#${CSS.escape(controlId(point, field))}:not(table)`)) ?? row?.querySelector<HTMLElement>('input, select, textarea, button') ?? wanted?.querySelector<HTMLElement>('button')
  ;(control ?? section?.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true })
}
