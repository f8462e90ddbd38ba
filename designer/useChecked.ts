import { useEffect, useRef, useState } from 'react'
import { compile, lint, runCases, type CaseResult, type Compiled, type Finding } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'

const pause = 250

/** The document compiled a moment after it last changed, and its golden cases run point by point in the time that is left. */
export function useChecked(document: Framework): { compiled: Compiled | undefined; issues: readonly Finding[]; cases: readonly CaseResult[]; running: boolean } {
  const [checked, setChecked] = useState(() => check(document))
  const [cases, setCases] = useState<readonly CaseResult[]>([])
  const [running, setRunning] = useState(true)
  const last = useRef(document)

  useEffect(() => {
    if (document === last.current) return
    setRunning(true)
    const timer = setTimeout(() => {
      last.current = document
      setChecked((old) => check(document, old.compiled))
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

/** Compiles and lints; while the document cannot be compiled at all, the last one that could be stays in use. */
function check(document: Framework, before?: Compiled): { compiled: Compiled | undefined; issues: readonly Finding[] } {
  const { compiled, issues } = compile(document)
  return compiled ? { compiled, issues: lint(compiled) } : { compiled: before, issues }
}
