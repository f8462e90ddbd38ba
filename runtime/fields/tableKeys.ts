import type { KeyboardEvent } from 'react'

/** Moves between cells as in a sheet: Enter and arrows; left and right only from the edge of the text. Answers `end` when there is no cell further down. */
export function moveCell(event: KeyboardEvent<HTMLTableElement>): 'moved' | 'end' | undefined {
  const target = event.target as HTMLInputElement
  const at = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']
  if (!at || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return undefined
  const [row = 0, column = 0] = at.split('/').map(Number)
  const table = event.currentTarget
  const go = (toRow: number, toColumn: number): boolean => {
    const cell = table.querySelector<HTMLElement>(`[data-cell="${toRow}/${toColumn}"]`)
    if (!cell) return false
    event.preventDefault()
    cell.focus()
    return true
  }
  const sideways = (by: 1 | -1): boolean => {
    for (let next = column + by; next >= 0 && next < 60; next += by) if (go(row, next)) return true
    return false
  }
  const prose = target.tagName === 'TEXTAREA'
  const text = prose || (target.tagName === 'INPUT' && target.type === 'text')
  const whole = text && target.selectionStart === 0 && target.selectionEnd === target.value.length
  switch (event.key) {
    case 'Enter':
      if (go(row + (event.shiftKey ? -1 : 1), column)) return 'moved'
      event.preventDefault()
      return event.shiftKey ? undefined : 'end'
    case 'ArrowDown': return target.tagName === 'SELECT' || (prose && !whole && target.selectionStart !== target.value.length) ? undefined : go(row + 1, column) ? 'moved' : undefined
    case 'ArrowUp': return target.tagName === 'SELECT' || (prose && !whole && target.selectionEnd !== 0) ? undefined : go(row - 1, column) ? 'moved' : undefined
    case 'ArrowRight': return !text || whole || target.selectionStart === target.value.length ? (sideways(1) ? 'moved' : undefined) : undefined
    case 'ArrowLeft': return !text || whole || target.selectionEnd === 0 ? (sideways(-1) ? 'moved' : undefined) : undefined
    default: return undefined
  }
}
