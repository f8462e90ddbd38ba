import { RightOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import type { Compiled, TreeNode } from '../../engine/index.ts'
import { levelIn } from './levelIn.ts'
import { useDesigner } from '../context.ts'
import type { Node, Scale } from '../../schemas/index.ts'
import { changedAt, reasonsAt, type Replayed } from './impact.ts'

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
              <th scope="row">{node === compiled.root ? t.overall : `${node.code} ${node.title}`}<small>{t.because(reasonsAt(changed, node.id))}</small></th>
              {units.map((unit) => {
                const after = unit.after.nodes[node.id]
                const scale = document.scales[after?.scale ?? unit.before?.nodes[node.id]?.scale ?? '']
                return <td key={unit.unit} className={changed.includes(unit) ? 'ds-moved' : undefined}>{changed.includes(unit) ? <span className="ds-becomes"><Letter scale={scale} node={unit.before?.nodes[node.id]} /><RightOutlined /><Letter scale={scale} node={after} /></span> : levelIn(scale, after, t.dash)}</td>
              })}
              <td className="ds-num"><b>{changed.length}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The level's letter in its colour; the whole word on pointing at it. */
function Letter({ scale, node }: { scale: Scale | undefined; node: Node | undefined }) {
  const { t } = useDesigner()
  const level = node?.status === 'determined' ? scale?.levels.find(({ id }) => id === node.level) : undefined
  return <b className={`ds-letter ds-seg-${level?.colour ?? 'none'}`} title={level?.label}>{levelIn(scale, node, t.dash)}</b>
}

/** Points before the indicators above them, the whole at the end. */
const rowsOf = (node: TreeNode): TreeNode[] => [...node.children.flatMap(rowsOf), node]
