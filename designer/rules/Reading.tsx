import { countedIn, wordsOf } from '../../engine/index.ts'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

/** A rule in words; conditions that are counted stand below one another. */
export function Reading({ point, rule }: { point: string; rule: Rule }) {
  const { locale, titleOf } = useDesigner()
  const lists = countedIn(rule, titleOf(point), locale)
  if (!lists) return <>{wordsOf(rule, titleOf(point), locale)}</>
  return lists.map(({ head, items }) => <span key={head} className="ds-counted">{head}<ol>{items.map((item, i) => <li key={i}><Reading point={point} rule={item} /></li>)}</ol></span>)
}
