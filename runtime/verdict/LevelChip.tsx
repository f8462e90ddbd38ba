import type { Node, Scale } from '../../schemas/index.ts'
import { Icon } from '../Icon.tsx'
import { textOf, useLocale } from '../text.ts'
import type { Locale } from '../types.ts'
import { levelIn, nodeWords, possibleWords } from './levels.ts'

/** A level as a coloured chip: one of a scale, or where a node stands, its possible levels included. */
export interface LevelChipProps {
  /** The scale document the level belongs to. */
  scale: Scale | undefined
  /** A level of the scale, or the result of a node. */
  level?: string
  node?: Node | undefined
  large?: boolean
  /** Only the possible set, for narrow places. */
  brief?: boolean
  locale?: Locale
}

/** A level as letter, word and colour; hatched with the possible set while undetermined; red outline when it failed; a dash when it does not apply. */
export function LevelChip({ scale, level, node, large, brief, locale }: LevelChipProps) {
  const around = useLocale()
  const t = textOf(locale ?? around)
  const size = large ? ' ys-lv-lg' : ''
  const found = levelIn(scale, level ?? (node?.status === 'determined' ? node.level : undefined))
  if (found) {
    return (
      <span className={`ys-lv ys-lv-${found.colour ?? 'none'}${size}`}>
        {found.mark && found.mark !== found.label ? <b>{found.mark}</b> : null}{found.label}
      </span>
    )
  }
  if (!node || node.status === 'notApplicable') return <span className={`ys-lv ys-lv-na${size}`} title={t.notApplicable}>{t.dash}<span className="ys-sr"> {t.notApplicable}</span></span>
  if (node.status === 'failed') return <span className={`ys-lv ys-lv-f${size}`}><Icon name="alert" small />{t.failed}</span>
  if (node.status === 'undetermined') {
    const set = possibleWords(node, scale, t)
    return <span className={`ys-lv ys-lv-u${size}`}>{brief && set ? set : nodeWords(node, scale, t)}</span>
  }
  return <span className={`ys-lv ys-lv-plain${size}`}>{nodeWords(node, scale, t)}</span>
}
