/** Candidates beyond this many are not looked at. */
const most = 3000

/** The candidate that is closest in spelling, if any is close enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 2)) + 1
  let left = most
  for (const candidate of candidates) {
    if (--left < 0) break
    if (Math.abs(candidate.length - word.length) >= least) continue
    const found = distance(wanted, candidate.toLowerCase(), least)
    if (found < least) [best, least] = [candidate, found]
  }
  return best
}

let above = new Int32Array(64)
let row = new Int32Array(64)

/** Edit distance with insert, delete and replace; `enough` or more where it is at least that. */
function distance(a: string, b: string, enough: number): number {
  if (row.length <= b.length) [above, row] = [new Int32Array(b.length * 2), new Int32Array(b.length * 2)]
  for (let j = 0; j <= b.length; j++) row[j] = j
  for (let i = 1; i <= a.length; i++) {
    [above, row] = [row, above]
    row[0] = i
    let smallest = i
    const char = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const value = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (char === b.charCodeAt(j - 1) ? 0 : 1))
      row[j] = value
      if (value < smallest) smallest = value
    }
    if (smallest >= enough) return enough
  }
  return row[b.length] as number
}
