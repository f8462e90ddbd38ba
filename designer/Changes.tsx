import { Tag } from 'antd'
import { formatNumber, type EditionChange, type Part } from '../engine/index.ts'
import { useDesigner } from './context.ts'

/** A semantic difference in words: what was added, removed, updated, and what each change means for people. */
export function Changes({ changes }: { changes: readonly EditionChange[] }) {
  const { t } = useDesigner()
  if (changes.length === 0) return <p className="ds-empty">{t.noChanges}</p>
  return (
    <ul className="ds-changes">
      {changes.map((change) => (
        <li key={`${change.entity}:${change.id}`}>
          <Tag className={`ds-change ds-change-${change.kind}`}>{t.changeKinds[change.kind]}</Tag>
          <b>{t.entities[change.entity]} {change.code} {change.title ?? change.id}</b>
          {change.effects.map((effect) => <span key={effect} className="ds-effect">{t.effects[effect]}</span>)}
          {change.place?.before && change.place.after ? <span className="ds-quiet">{t.changeMoved}</span> : null}
          {change.kind === 'updated' ? <ul>{change.parts.filter(({ path }) => path !== '/basedOn').slice(0, 8).map((part) => <li key={part.path}><PartWords part={part} /></li>)}{change.parts.length > 8 ? <li className="ds-quiet">… {change.parts.length - 8}</li> : null}</ul> : null}
        </li>
      ))}
    </ul>
  )
}

function PartWords({ part }: { part: Part }) {
  const { t } = useDesigner()
  const names: Record<string, string> = { edition: t.editionName, title: t.title, requirement: t.requirement, code: t.code, weight: t.weight, value: t.value, unit: t.unit, rubric: t.rubric, calculations: t.calculations, checks: t.checks, evidence: t.evidence, schema: t.fields, layout: t.fields, examples: t.cases, basis: t.basis, note: t.note, descriptors: t.descriptor, levels: t.levels, minimum: t.minimum, maximum: t.maximum, 'x-unit': t.unit, 'x-decimals': t.decimals, 'x-source': t.source, rule: t.formula }
  const place = part.path.split('/').slice(1).map((key) => names[key] ?? key).join(' › ')
  return <><span className="ds-quiet">{place}</span> {brief(part.before)} → {brief(part.after)}</>
}

function brief(value: unknown): string {
  if (value === undefined) return '—'
  if (typeof value === 'number') return formatNumber(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
