import { useState } from 'react'
import type { Rule } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { MenuButton } from '../MenuButton.tsx'
import { Conditions } from './Conditions.tsx'
import { FormulaLine } from './FormulaLine.tsx'
import { JsonLine } from './JsonLine.tsx'
import { operandOf, shapeOf } from './place.ts'
import { Reading } from './Reading.tsx'

export interface RuleEditorProps {
  point: string
  rule: Rule
  /** JSON Pointer of the rule, to find its problems. */
  path: string
  label: string
  /** A condition is offered rows; a value is a formula. */
  expect: 'condition' | 'value'
  onChange: (rule: Rule) => void
}

type View = 'rows' | 'formula' | 'json'

/** A rule in rows, as a formula or as JSON; whichever way it is looked at, the stored rule stays the same until it is edited. */
export function RuleEditor({ point, rule, path, label, expect, onChange }: RuleEditorProps) {
  const { t, issues } = useDesigner()
  const natural: View = expect === 'condition' && shapeOf(rule).kind !== 'other' ? 'rows' : 'formula'
  const [view, setView] = useState<View>()
  const shown = view ?? natural
  const own = issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}/`))
  return (
    <div className="ds-rule" data-path={path}>
      <div className="ds-rule-body">
        {shown === 'rows' ? <Conditions point={point} rule={rule} path={path} onChange={onChange} /> : null}
        {shown === 'formula' ? <FormulaLine point={point} rule={rule} label={label} problem={own.length > 0} onChange={onChange} /> : null}
        {shown === 'json' ? <JsonLine rule={rule} label={label} onChange={onChange} /> : null}
        <MenuButton className="ds-fx" aria-label={`${label} ${t.more}`} menu={{
          selectedKeys: [shown], onClick: ({ key }) => setView(key as View),
          items: [...(expect === 'condition' ? [{ key: 'rows', label: t.asRows }] : []), { key: 'formula', label: t.asFormula }, { key: 'json', label: t.asJson }],
        }}>ƒ</MenuButton>
      </div>
      {operandOf(rule).kind === 'other' ? <div className="ds-reading"><span>{t.reading}</span> <Reading point={point} rule={rule} /></div> : null}
    </div>
  )
}
