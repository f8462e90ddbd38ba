import { levelSign, levelWords } from '../../engine/index.ts'
import type { Framework, Level as LevelDocument, Node } from '../../schemas/index.ts'
import { Icon } from './Icon.tsx'
import { useText } from './language.tsx'
import { text } from './text.ts'
import type { Strings } from './strings.zh.ts'

/** A level of a framework's scale. */
export function levelOf(framework: Framework, scale: string | undefined, level: string | undefined): LevelDocument | undefined {
  return scale && level ? framework.scales[scale]?.levels.find(({ id }) => id === level) : undefined
}

/** A node's result in words, for labels, sheets and screen readers. */
export function nodeWords(framework: Framework, node: Node | undefined, t: Strings, brief = false): string {
  if (!node || node.status === 'notApplicable') return t.notApplicable
  if (node.status === 'failed') return t.failed
  const names = (node.status === 'determined' ? [node.level] : node.possible).map((id) => levelOf(framework, node.scale, id)).filter((level) => level !== undefined)
  if (node.status === 'determined') return names[0] ? levelWords(names[0]) : node.score === undefined ? t.noLevel : String(node.score)
  const every = names.length === (node.scale ? framework.scales[node.scale]?.levels.length : 0)
  if (brief && every) return node.awaiting ? t.awaiting : t.open
  const set = every ? '' : listed(names.map(levelSign), t)
  const lead = node.awaiting ? t.awaiting : t.undetermined
  return brief && set ? set : set ? `${lead}${t.colon}${set}` : lead
}

/** A level: letter, word and colour from the scale document, never colour alone. */
export function LevelMark({ level, large }: { level: LevelDocument; large?: boolean }) {
  return (
    <span className={`level level-${level.colour ?? 'none'}${large ? ' level-large' : ''}`}>
      {level.mark && level.mark !== level.label ? <b>{level.mark}</b> : null}{level.label}
    </span>
  )
}

/** The result of a node as a chip: level, hatched set of possible levels, red outline when it failed, a dash when it does not apply. */
export function NodeMark({ framework, node, large, brief }: { framework: Framework; node: Node | undefined; large?: boolean; brief?: boolean }) {
  const t = useText(text)
  const size = large ? ' level-large' : ''
  if (!node || node.status === 'notApplicable') return <span className={`level level-absent${size}`} title={t.notApplicable}>—</span>
  if (node.status === 'failed') return <span className={`level level-failed${size}`}><Icon name="alert" className="icon-12" />{t.failed}</span>
  if (node.status === 'undetermined') return <span className={`level level-open${size}`}>{nodeWords(framework, node, t, brief)}</span>
  const level = levelOf(framework, node.scale, node.level)
  if (level) return <LevelMark level={level} {...(large ? { large } : {})} />
  return <span className="third small">{nodeWords(framework, node, t)}</span>
}

function listed(names: string[], t: Strings): string {
  return names.length < 3 ? names.join(t.or) : names.join(t.listed)
}
