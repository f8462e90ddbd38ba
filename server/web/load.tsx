import { Button, Skeleton } from 'antd'
import { useCallback, useEffect, useRef, useState, type DependencyList, type ReactNode } from 'react'
import { Forbidden } from './Forbidden.tsx'
import { useText } from './language.tsx'
import { ApiError } from './request.ts'
import { StatePage } from './StatePage.tsx'
import { text, wordsOfError } from './text.ts'

export interface Load<Value> { value: Value | undefined; error: unknown; loading: boolean; reload: () => void; set: (value: Value) => void }

/** Loads something when its dependencies change; the last value stays while it reloads. */
export function useLoad<Value>(read: () => Promise<Value>, dependencies: DependencyList): Load<Value> {
  const [state, setState] = useState<{ value?: Value; error?: unknown; loading: boolean }>({ loading: true })
  const turn = useRef(0)
  const reader = useRef(read)
  reader.current = read
  const run = useCallback(() => {
    const mine = ++turn.current
    setState((before) => ({ ...before, error: undefined, loading: true }))
    reader.current().then(
      (value) => { if (turn.current === mine) setState({ value, loading: false }) },
      (error: unknown) => { if (turn.current === mine) setState((before) => ({ ...before, error, loading: false })) },
    )
  }, [])
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the reader depends on
  useEffect(() => { setState({ loading: true }); run(); return () => { turn.current++ } }, [...dependencies, run])
  return { value: state.value, error: state.error, loading: state.loading, reload: run, set: (value) => setState({ value, loading: false }) }
}

/** Shows what was loaded, a skeleton before, and in words what went wrong. */
export function Loaded<Value>({ of, children, rows = 6 }: { of: Load<Value>; children: (value: Value) => ReactNode; rows?: number }) {
  const t = useText(text)
  if (of.value !== undefined) return <>{children(of.value)}</>
  if (!of.error) return <div className="page" aria-busy="true" aria-label={t.loading}><Skeleton active title paragraph={{ rows }} /></div>
  const status = of.error instanceof ApiError ? of.error.status : -1
  if (status === 403) return <Forbidden />
  if (status === 404) return <StatePage title={t.notFound} words={t.notFoundWords} home />
  return (
    <StatePage title={status === 0 ? t.unreachable : t.wentWrong} words={status === 0 ? t.unreachableWords : wordsOfError(of.error, t)}>
      <Button type="primary" onClick={of.reload}>{t.tryAgain}</Button>
    </StatePage>
  )
}
