import { Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { Framework } from '../schemas/index.ts'
import { Changes } from './Changes.tsx'
import { useDesigner } from './context.ts'
import { clashes, merge } from './merge.ts'

interface Props { ancestor: Framework; theirs: Framework; by: string | undefined; onMerged: (document: Framework) => void }

/** Two editors at once: both versions of every node both changed, and a choice; everything else of both is kept. */
export function Conflict({ ancestor, theirs, by, onMerged }: Props) {
  const { document, t } = useDesigner()
  const found = useMemo(() => clashes(ancestor, document, theirs), [ancestor, document, theirs])
  const [keepTheirs, setKeepTheirs] = useState<ReadonlySet<string>>(new Set())
  return (
    <main id="main" className="ds-conflict" role="alertdialog" aria-label={t.conflictTitle}>
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictWords(by ?? t.somebody)}</p>
      {found.map(({ key, mine, theirs: other }) => (
        <fieldset key={key}>
          <legend>{t.entities[mine.entity]} {mine.code} {mine.title ?? mine.id}</legend>
          <Radio.Group value={keepTheirs.has(key) ? 'theirs' : 'mine'} onChange={(event) => setKeepTheirs((old) => { const next = new Set(old); if (event.target.value === 'theirs') next.add(key); else next.delete(key); return next })}>
            <Radio value="mine">{t.mine}</Radio><Changes changes={[mine]} before={ancestor} after={document} />
            <Radio value="theirs">{t.theirs}</Radio><Changes changes={[other]} before={ancestor} after={theirs} />
          </Radio.Group>
        </fieldset>
      ))}
      <Button type="primary" onClick={() => onMerged(merge(ancestor, document, theirs, keepTheirs))}>{t.applyChoice}</Button>
    </main>
  )
}
