/** How wide a text stands in a terminal: Chinese characters and full-width signs take two places. */
export function width(text: string): number {
  let total = 0
  for (const char of text) total += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(char) ? 2 : 1
  return total
}

/** Cuts a text to a width, with an ellipsis. */
export function cut(text: string, limit: number): string {
  if (width(text) <= limit) return text
  let kept = ''
  for (const char of text) {
    if (width(kept + char) > limit - 1) break
    kept += char
  }
  return `${kept}…`
}

/** Rows in columns under heads; columns of numbers are set right. */
export function table(heads: readonly string[], rows: readonly (readonly (string | number | undefined)[])[], limit = 60): string {
  const cells = rows.map((row) => heads.map((_, i) => cut(String(row[i] ?? ''), limit)))
  const widths = heads.map((head, i) => Math.max(width(head), ...cells.map((row) => width(row[i] ?? ''))))
  const right = heads.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number' || row[i] === undefined))
  const line = (row: readonly string[]): string => row.map((cell, i) => {
    const space = ' '.repeat((widths[i] ?? 0) - width(cell))
    return right[i] ? space + cell : i === row.length - 1 ? cell : cell + space
  }).join('  ').trimEnd()
  return [line(heads), widths.map((wide) => '─'.repeat(wide)).join('  '), ...cells.map(line)].join('\n')
}
