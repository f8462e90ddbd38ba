import { useMemo } from 'react'
import { diff } from '../../engine/index.ts'
import { Changes } from '../Changes.tsx'
import { useDesigner } from '../context.ts'
import type { Sample } from '../live/impact.ts'
import { Carried } from './Carried.tsx'
import { Crosswalk } from './Crosswalk.tsx'

/** The draft beside the edition it is based on: what changed, what corresponds to what, and what becomes of last year's answers. */
export function Compare({ samples }: { samples: readonly Sample[] }) {
  const { base, document, t } = useDesigner()
  const changes = useMemo(() => (base ? diff(base, document) : []), [base, document])
  return (
    <main id="main" className="ds-page">
      <h2>{t.compare}</h2>
      {base ? <>
        <p className="ds-quiet">{t.compareWithBase(base.edition)}</p>
        <Changes changes={changes} before={base} after={document} />
        <Crosswalk base={base} />
        {samples.length > 0 ? <Carried base={base} samples={samples} /> : null}
      </> : <p className="ds-empty">{t.firstEdition}</p>}
    </main>
  )
}
