import { Button } from 'antd'
import { useState } from 'react'
import { proposeCases, type CaseProposal } from '../../engine/index.ts'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'

/** Boundary cases that are missing, worked out on request; each is taken over or left by a person. */
export function Proposals({ point }: { point: EvaluationPoint }) {
  const { document, compiled, editPoint, t } = useDesigner()
  const [found, setFound] = useState<readonly CaseProposal[]>()
  const scale = document.scales[point.rubric.scale ?? '']
  if (!compiled?.point(point.id)) return null
  const take = (proposal: CaseProposal): void => {
    editPoint(point.id, ({ examples = [] }) => ({ examples: [...examples, proposal.example] }))
    setFound((old) => old?.filter((one) => one !== proposal))
  }
  if (!found) return <Button size="small" type="link" onClick={() => setFound(proposeCases(compiled, point.id).slice(0, 12))}>{t.proposeCases}</Button>
  if (found.length === 0) return <p className="ds-quiet">{t.noProposals}</p>
  return (
    <ul className="ds-proposals" aria-label={t.proposals}>
      {found.map((proposal) => {
        const { name, expect } = proposal.example
        return <li key={name}><span>{name}</span><LevelChip scale={scale} node={{ possible: [], issues: [], ...expect }} /><Button size="small" type="link" onClick={() => take(proposal)}>{t.takeCase}</Button></li>
      })}
    </ul>
  )
}
