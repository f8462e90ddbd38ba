import { Tag } from 'antd'
import { useMemo } from 'react'
import { sayChanges, type EditionChange } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'
import { useDesigner } from './context.ts'

interface Props { changes: readonly EditionChange[]; /** The two documents the changes lie between. */ before: Framework; after: Framework }

/** Parts of one change that are listed; more are counted. */
const most = 12

/** A semantic difference in words: what was added, removed, updated, and what each change means for people. */
export function Changes({ changes, before, after }: Props) {
  const { t, locale } = useDesigner()
  const said = useMemo(() => {
    const parts = sayChanges(changes, before, after, locale)
    return changes.map((change, i) => ({ change, parts: parts[i] ?? [] }))
  }, [changes, before, after, locale])
  if (changes.length === 0) return <p className="ds-empty">{t.noChanges}</p>
  return (
    <ul className="ds-changes">
      {said.map(({ change, parts }) => (
        <li key={`${change.entity}:${change.id}`}>
          <Tag className={`ds-change ds-change-${change.kind}`}>{t.changeKinds[change.kind]}</Tag>
          <b>{t.entities[change.entity]} {change.code} {change.title ?? change.id}</b>
          {change.effects.map((effect) => <span key={effect} className="ds-effect">{t.effects[effect]}</span>)}
          {change.place?.before && change.place.after ? <span className="ds-quiet">{t.changeMoved}</span> : null}
          {parts.length === 0 ? null : (
            <ul>
              {parts.slice(0, most).map((part, index) => (
                <li key={index}>
                  <span className="ds-quiet">{part.kind === 'updated' ? part.what : `${t.changeKinds[part.kind]} ${part.what}`}</span>
                  {part.before === undefined ? null : <> {brief(part.before)} → {brief(part.after ?? '')}</>}
                </li>
              ))}
              {parts.length > most ? <li className="ds-quiet">{t.moreChanges(parts.length - most)}</li> : null}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

const brief = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text)
