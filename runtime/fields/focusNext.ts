const controls = 'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])'

/** Moves to the next field of the form; in a group of radios to the next group. */
export function focusNext(from: HTMLElement, by: 1 | -1 = 1): void {
  const root = from.closest('.ys') ?? document.body
  const all = [...root.querySelectorAll<HTMLElement>(controls)].filter((each) => each.closest('[data-ys-field]'))
  const own = from.closest('[data-ys-field]')
  const at = all.indexOf(from)
  const rest = by === 1 ? all.slice(at + 1) : all.slice(0, Math.max(0, at)).toReversed()
  const next = rest.find((each) => each.closest('[data-ys-field]') !== own || each.closest('td'))
  next?.focus()
}
