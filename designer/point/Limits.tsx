import { Button, Select } from 'antd'
import { DeleteOutlined } from '@ant-design/icons'
import { LevelChip } from '../../runtime/index.ts'
import type { EvaluationPoint, Limit } from '../../schemas/index.ts'
import { useDesigner } from '../context.ts'
import { freshName, replaceAt, withoutAt } from '../edits/list.ts'
import { merged } from '../edits/setNode.ts'
import { blankComparison } from '../rules/place.ts'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import { Text } from '../Text.tsx'

const limitKinds = ['veto', 'cap', 'floor'] as const

/** Vetoes, caps and floors above the rubric, each a labelled rule. */
export function Limits({ point, pointer }: { point: EvaluationPoint; pointer: string }) {
  const { document, editPoint, t, readOnly } = useDesigner()
  const { rubric } = point
  const scale = document.scales[rubric.scale ?? '']
  const levels = (scale?.levels ?? []).map(({ id, label }) => ({ value: id, label }))
  const words = { veto: t.vetoWords, cap: t.capWords, floor: t.floorWords }
  const add = { veto: t.addVeto, cap: t.addCap, floor: t.addFloor }
  const setList = (kind: (typeof limitKinds)[number], change: (list: Limit[]) => Limit[] | undefined, group?: string): void => editPoint(point.id, ({ rubric: old }) => ({ rubric: merged(old, { [kind]: change(old[kind] ?? []) }) }), group === undefined ? undefined : `${point.id}.${kind}.${group}`)
  return (
    <div className="ds-limits">
      {limitKinds.flatMap((kind) => (rubric[kind] ?? []).map((limit, index) => {
        const set = (patch: Partial<Limit>, group?: string): void => setList(kind, (list) => replaceAt(list, index, merged(list[index] ?? limit, patch)), group === undefined ? undefined : `${index}.${group}`)
        return (
          <div key={`${kind}${limit.id}`} className="ds-limit" data-path={`${pointer}/${kind}/${index}`}>
            <div className="ds-limit-head">
              <b>{t[kind]}</b><span>{words[kind]}</span>
              <Select size="small" variant="borderless" aria-label={t.level} popupMatchSelectWidth={false} value={limit.level} options={levels} labelRender={() => <LevelChip scale={scale} level={limit.level} />} onChange={(level) => set({ level })} />
              <span>{t.when}</span>
              <Text size="small" aria-label={t.limitTitle} placeholder={t.limitTitle} value={limit.title} onText={(text) => set({ title: text }, 'title')} />
              {readOnly ? null : <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${limit.title} ${t.remove}`} onClick={() => setList(kind, (list) => withoutAt(list, index))} />}
            </div>
            <RuleEditor point={point.id} rule={limit.when} path={`${pointer}/${kind}/${index}/when`} label={`${t[kind]} ${limit.title}`} expect="condition" onChange={(when) => set({ when }, 'when')} />
          </div>
        )
      }))}
      {readOnly ? null : <p className="ds-limit-add">{limitKinds.map((kind) => <Button key={kind} size="small" type="link" onClick={() => setList(kind, (list) => [...list, { id: freshName(list.map(({ id }) => id), kind), title: '', when: blankComparison(Object.keys(point.calculations ?? {})[0] ?? Object.keys(point.schema.properties)[0]), level: levels[kind === 'floor' ? 0 : levels.length - 1]?.value ?? '' }])}>{add[kind]}</Button>)}</p>}
    </div>
  )
}
