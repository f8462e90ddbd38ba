import { useEffect, useRef, useState } from 'react'
import { compile, runCases, type CaseResult, type Compiled } from '../engine/index.ts'
import type { Framework, Issue } from '../schemas/index.ts'

const pause = 250

/** The document compiled a moment after it last changed, and its golden cases run point by point in the time that is left. */
export function useChecked(document: Framework): { compiled: Compiled | undefined; issues: readonly Issue[]; cases: readonly CaseResult[]; running: boolean } {
  const [checked, setChecked] = useState(() => compile(document))
  const [cases, setCases] = useState<readonly CaseResult[]>([])
  const [running, setRunning] = useState(true)
  const last = useRef(document)

  useEffect(() => {
    if (document === last.current) return
    setRunning(true)
    const timer = setTimeout(() => {
      last.current = document
      const next = compile(document)
      setChecked((old) => ({ ...next, ...(next.compiled ?? old.compiled ? { compiled: next.compiled ?? old.compiled } : {}) }) as typeof next)
    }, pause)
    return () => clearTimeout(timer)
  }, [document])

  useEffect(() => {
    const { compiled } = checked
    if (!compiled) return
    const found: CaseResult[] = []
    const queue = compiled.points.map(({ id }) => id)
    let timer: ReturnType<typeof setTimeout>
    const step = (): void => {
      const until = performance.now() + 12
      while (queue.length > 0 && performance.now() < until) found.push(...runCases(compiled, queue.shift()))
      if (queue.length > 0) {
        timer = setTimeout(step, 4)
        return
      }
      setCases(found)
      setRunning(false)
    }
    timer = setTimeout(step, 30)
    return () => clearTimeout(timer)
  }, [checked])
  return { compiled: checked.compiled, issues: checked.issues, cases, running }
}
