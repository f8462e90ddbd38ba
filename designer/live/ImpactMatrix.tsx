import { useMemo } from 'react'
import type { Compiled, TreeNode } from '../../engine/index.ts'
import { levelIn } from './levelIn.ts'
import { useDesigner } from '../context.ts'
import { Becomes } from './ImpactTab.tsx'
import { changedAt, type Replayed } from './impact.ts'

/** Units beside the nodes whose level the draft changes: changed cells as chips, the others as grey letters. */
export function ImpactMatrix({ compiled, units }: { compiled: Compiled; units: readonly Replayed[] }) {
  const { document, t } = useDesigner()
  const rows = useMemo(() => rowsOf(compiled.root).map((node) => ({ node, changed: changedAt(units, node.id) })).filter(({ changed }) => changed.length > 0), [compiled, units])
  if (rows.length === 0) return <p className="ds-c-ok">{t.noLevelChanges(units.length)}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className="ds-matrix" role="region" aria-label={t.impact} tabIndex={0}>
      <table>
        <thead><tr><th scope="col">{t.changedNodes}</th>{units.map(({ unit, title }) => <th key={unit} scope="col">{title}</th>)}<th scope="col" className="ds-num">{t.changeWord}</th></tr></thead>
        <tbody>
          {rows.map(({ node, changed }) => (
            <tr key={node.id}>
              <th scope="row">{node === compiled.root ? t.overall : `${node.code} ${node.title}`}</th>
              {units.map((unit) => {
                const after = unit.after.nodes[node.id]
                const scale = document.scales[after?.scale ?? unit.before?.nodes[node.id]?.scale ?? '']
                return <td key={unit.unit} className={changed.includes(unit) ? 'ds-moved' : undefined}>{changed.includes(unit) ? <Becomes unit={unit} node={node.id} scale={scale} /> : levelIn(scale, after, t.dash)}</td>
              })}
              <td className="ds-num"><b>{changed.length}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Points before the indicators above them, the whole at the end. */
const rowsOf = (node: TreeNode): TreeNode[] => [...node.children.flatMap(rowsOf), node]
