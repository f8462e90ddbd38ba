import type { Compiled } from '../../engine/index.ts'
import type { Outcome } from '../../schemas/index.ts'
import { LocaleContext, textOf } from '../text.ts'
import type { Locale } from '../types.ts'
import { LevelChip } from './LevelChip.tsx'

/** A whole outcome as a tree. */
export interface OutcomePanelProps {
  compiled: Compiled
  outcome: Outcome
  locale?: Locale
  /** A node was chosen. */
  onOpen?: (node: string) => void
}

/** The outcome of the whole tree: every indicator and point with its level, its score and its weight. */
export function OutcomePanel({ compiled, outcome, locale = 'zh', onOpen }: OutcomePanelProps) {
  const t = textOf(locale)
  const { framework } = compiled
  const line = (id: string, code: string, title: string, depth: number, weight: number | undefined, leaf: boolean) => {
    const node = outcome.nodes[id]
    if (!node) return null
    const scale = framework.scales[node.scale ?? '']
    const points = node.score !== undefined ? String(round(node.score)) : node.scoreRange && node.scoreRange[0] !== node.scoreRange[1] ? `${round(node.scoreRange[0])} – ${round(node.scoreRange[1])}` : ''
    const name = <>{code ? <span className="ys-code">{code}</span> : null}<span>{title}</span></>
    return (
      <tr key={id} className={leaf ? 'ys-leaf' : 'ys-branch'}>
        <th scope="row" style={{ paddingInlineStart: `${Math.max(0, depth - 1) * 16}px` }}>{onOpen && leaf ? <button type="button" className="ys-open" onClick={() => onOpen(id)}>{name}</button> : <span className="ys-open">{name}</span>}</th>
        <td className="ys-num ys-quiet ys-wide-only">{weight === undefined ? '' : weight}</td>
        <td className="ys-num ys-quiet ys-wide-only">{points}</td>
        <td className="ys-chip"><LevelChip scale={scale} node={node} /></td>
      </tr>
    )
  }
  const rows: React.ReactNode[] = []
  const walk = (node: typeof compiled.root, depth: number): void => {
    rows.push(line(node.id, depth === 0 ? '' : node.code, depth === 0 ? t.overall : node.title, depth, depth === 0 ? undefined : node.weight, node.point !== undefined))
    for (const child of node.children) walk(child, depth + 1)
  }
  walk(compiled.root, 0)
  return (
    <LocaleContext.Provider value={locale}>
      <div className="ys-outcome"><table><caption className="ys-sr">{t.outcome}</caption><thead><tr><th scope="col"><span className="ys-sr">{t.outcome}</span></th><th scope="col" className="ys-num ys-wide-only">{t.weight}</th><th scope="col" className="ys-num ys-wide-only">{t.score}</th><th scope="col" className="ys-chip">{t.level}</th></tr></thead><tbody>{rows}</tbody></table></div>
    </LocaleContext.Provider>
  )
}

const round = (value: number): number => Math.round(value * 100) / 100
