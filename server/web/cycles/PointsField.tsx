import { Button, Tree } from 'antd'
import type { Framework, Indicator } from '../../../schemas/index.ts'
import { useText } from '../language.tsx'
import { allPoints } from '../overview/columns.ts'
import { text } from './text.ts'

interface Branch { key: string; title: string; children?: Branch[] }

/** Which points this cycle uses: the tree with checkboxes. */
export function PointsField({ framework, points, onChange }: { framework: Framework; points: readonly string[]; onChange: (points: string[]) => void }) {
  const t = useText(text)
  const all = allPoints(framework).map(({ id }) => id)
  return (
    <section>
      <h2>{t.points}</h2>
      <p className="row second medium"><span className="grow">{t.pointsWords(points.length, all.length)}</span><Button size="small" onClick={() => onChange(all)}>{t.all}</Button><Button size="small" onClick={() => onChange([])}>{t.none}</Button></p>
      <div className="cycle-points">
        <Tree checkable selectable={false} defaultExpandedKeys={framework.indicators.map(({ id }) => id)} treeData={framework.indicators.map(branchOf)} checkedKeys={[...points]}
          onCheck={(checked) => { const keys = new Set(Array.isArray(checked) ? checked : checked.checked); onChange(all.filter((id) => keys.has(id))) }} />
      </div>
    </section>
  )
}

function branchOf(node: Indicator): Branch {
  return {
    key: node.id, title: `${node.code} ${node.title}`,
    children: [...(node.children ?? []).map(branchOf), ...(node.evaluationPoints ?? []).map(({ id, code, title }) => ({ key: id, title: `${code} ${title}` }))],
  }
}
