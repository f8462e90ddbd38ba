/** What a comparison says when its left side is clearly above, clearly below, or exactly equal. */
export interface Verdicts { above: number; below: number; same: number }

/** Per operator. */
export const relations: Readonly<Record<string, Verdicts>> = {
  '<': { above: 0, below: 2, same: 0 }, '<=': { above: 0, below: 2, same: 2 },
  '>': { above: 2, below: 0, same: 0 }, '>=': { above: 2, below: 0, same: 2 },
  '==': { above: 0, below: 0, same: 2 }, '===': { above: 0, below: 0, same: 2 },
  '!=': { above: 2, below: 2, same: 0 }, '!==': { above: 2, below: 2, same: 0 },
}
