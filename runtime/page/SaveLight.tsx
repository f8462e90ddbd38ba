import { useContext } from 'react'
import { clockOf } from '../fields/day.ts'
import { Icon } from '../Icon.tsx'
import { SaverContext, useSlice, useStore } from '../store/hooks.ts'
import { lacksReason } from '../store/stance.ts'
import type { Store } from '../store/contract.ts'
import { fill, useText } from '../text.ts'

/** Saved, saving, offline, conflict: always in sight, never over the content. */
export function SaveLight({ onSignIn }: { onSignIn?: (() => unknown) | undefined }) {
  const store = useStore()
  const saver = useContext(SaverContext)
  const t = useText()
  const save = useSlice('save', (each) => each.save)
  const conflicts = useSlice('save', (each) => each.conflicts.size)
  const refused = useSlice('save', (each) => each.refused.size)
  const n = save.pending
  const retry = <button type="button" className="ys-link" onClick={() => void saver?.flush()}>{t.retryNow}</button>
  if (save.kind === 'none' && !store.conflicts.size) return null
  const first = (ids: Iterable<string>) => (): void => {
    for (const id of ids) return store.setView({ panel: 'form', jumped: { point: store.pointsOf(id)[0] ?? '', field: id, at: performance.now() } })
  }
  const [tone, icon, words] = conflicts ? ['warn', 'warning', <button key="c" type="button" className="ys-link" onClick={first(store.conflicts.keys())}>{fill(t.conflict, { n: conflicts })}</button>] as const
    : save.kind === 'signIn' ? ['warn', 'lock', <span key="s">{fill(t.signIn, { n })} <button type="button" className="ys-link" onClick={() => void Promise.resolve(onSignIn?.()).then(() => saver?.flush())}>{onSignIn ? t.signInNow : t.retryNow}</button></span>] as const
    : save.kind === 'offline' ? ['warn', 'cloudOff', n ? fill(t.offline, { n }) : t.offlineNone] as const
    : save.kind === 'retrying' ? ['warn', 'cloudOff', <span key="r">{fill(t.retrying, { n, s: save.retryIn ?? 0 })} {retry}</span>] as const
    : refused ? ['error', 'alert', <button key="f" type="button" className="ys-link" onClick={first(store.refused.keys())}>{fill(t.refused, { n: refused })}</button>] as const
    : save.kind === 'saving' ? ['quiet', 'cloud', t.saving] as const
    : save.kind === 'held' ? ['warn', 'pencil', <button key="h" type="button" className="ys-link" onClick={first(unexplained(store))}>{fill(t.held, { n })}</button>] as const
    : save.kind === 'waiting' ? ['quiet', 'cloud', fill(t.waiting, { n })] as const
    : ['ok', 'cloud', save.at ? fill(t.saved, { time: clockOf(save.at) }) : t.savedNever] as const
  return <span className={`ys-save ys-save-${tone}`} role="status" data-save={save.kind}><Icon name={icon} tone={tone} /><span>{words}</span></span>
}

/** Corrections and disputes that wait for their reason. */
const unexplained = (store: Store): string[] => Object.entries(store.submission().answers).flatMap(([id, answer]) => (lacksReason(answer) ? [id] : []))
