import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { Icon } from '../Icon.tsx'
import { useText } from '../language.tsx'
import { Loaded, useLoad } from '../load.tsx'
import { useSession } from '../session.tsx'
import { Editions } from './Editions.tsx'
import { NewDraft, type Start } from './NewDraft.tsx'
import { text } from './text.ts'

/** Every framework with its drafts and published editions. */
export function Frameworks() {
  const t = useText(text)
  const { me } = useSession()
  const may = me.role === 'city-admin' || me.role === 'city-editor'
  const load = useLoad(api.frameworks, [])
  const [start, setStart] = useState<Start>()
  return (
    <Loaded of={load}>
      {({ items }) => (
        <main id="main" className={items.length ? 'page' : 'state'}>
          {items.length ? (
            <div className="page-head">
              <div className="grow"><h1>{t.title}</h1><p className="second">{t.words}</p></div>
              {may ? <Button type="primary" icon={<Icon name="plus" />} onClick={() => setStart({ way: 'edition' })}>{t.create}</Button> : null}
            </div>
          ) : (
            <>
              <h1>{t.empty}</h1><p>{t.emptyWords}</p>
              {may ? (
                <div className="ways">
                  <button type="button" className="plain" onClick={() => setStart({ way: 'example' })}><b>{t.fromExample}</b><span>{t.fromExampleWords}</span></button>
                  <button type="button" className="plain" onClick={() => setStart({ way: 'blank' })}><b>{t.blank}</b><span>{t.blankWords}</span></button>
                  <button type="button" className="plain" onClick={() => setStart({ way: 'file' })}><b>{t.file}</b><span>{t.fileWords}</span></button>
                </div>
              ) : null}
            </>
          )}
          {items.map((framework) => <Editions key={framework.id} framework={framework} mayEdit={may} onNew={(edition) => setStart({ way: 'edition', id: framework.id, edition })} onChanged={load.reload} />)}
          {start ? <NewDraft start={start} frameworks={items} onClose={() => setStart(undefined)} /> : null}
        </main>
      )}
    </Loaded>
  )
}
