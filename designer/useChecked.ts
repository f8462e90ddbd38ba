import { useEffect, useRef, useState } from 'react'
import { compile, lint, runCases, type CaseResult, type Compilation, type Compiled, type Finding } from '../engine/index.ts'
import type { Framework } from '../schemas/index.ts'

const pause = 300

interface Checked { document: Framework; compiled: Compiled | undefined; issues: readonly Finding[] }
const none: readonly CaseResult[] = []

/** The document compiled a moment after it last changed, and its golden cases run point by point in the time that is left. */
export function useChecked(document: Framework): { compiled: Compiled | undefined; issues: readonly Finding[]; cases: readonly CaseResult[]; running: boolean } {
  const [checked, setChecked] = useState(() => check(document, compile(document), undefined))
  const [run, setRun] = useState<{ of?: Checked; cases: readonly CaseResult[] }>({ cases: none })

  useEffect(() => {
    if (document === checked.document) return
    let timer = setTimeout(() => {
      const compiled = compile(document)
      // Linting takes as long again; keys pressed meanwhile come first.
      timer = setTimeout(() => setChecked((old) => check(document, compiled, old.compiled)), 0)
    }, pause)
    return () => clearTimeout(timer)
  }, [document, checked])

  const before = useRef<{ compiled: Compiled; results: Map<string, readonly CaseResult[]> }>(undefined)
  useEffect(() => {
    const { compiled } = checked
    if (!compiled) return
    const known = before.current && sameLibrary(before.current.compiled, compiled) ? before.current : undefined
    const results = new Map<string, readonly CaseResult[]>()
    const queue: string[] = []
    for (const { id } of compiled.points) {
      const old = known && samePoint(known.compiled, compiled, id) ? known.results.get(id) : undefined
      if (old) results.set(id, old)
      else queue.push(id)
    }
    let timer: ReturnType<typeof setTimeout>
    const step = (): void => {
      const until = performance.now() + 12
      while (queue.length > 0 && performance.now() < until) {
        const id = queue.shift() ?? ''
        results.set(id, runCases(compiled, id))
      }
      if (queue.length > 0) {
        timer = setTimeout(step, 4)
        return
      }
      before.current = { compiled, results }
      setRun({ of: checked, cases: compiled.points.flatMap(({ id }) => results.get(id) ?? []) })
    }
    timer = setTimeout(step, 30)
    return () => clearTimeout(timer)
  }, [checked])
  return { compiled: checked.compiled, issues: checked.issues, cases: run.cases, running: checked.document !== document || (run.of !== checked && checked.compiled !== undefined) }
}

/** While the document cannot be compiled at all, the last one that could be stays in use. */
const check = (document: Framework, { compiled, issues }: Compilation, before: Compiled | undefined): Checked => ({ document, compiled: compiled ?? before, issues: compiled ? lint(compiled) : issues })

/** Whether everything rules of several points may read is the same: then the cases of a point hang on that point alone. */
const sameLibrary = (a: Compiled, b: Compiled): boolean =>
  a.framework.elements === b.framework.elements && a.framework.parameters === b.framework.parameters && a.framework.scales === b.framework.scales && a.points.length === b.points.length &&
  b.points.every(({ id, point }) => { const old = a.point(id)?.point; return old?.schema === point.schema && old.calculations === point.calculations })

const samePoint = (a: Compiled, b: Compiled, id: string): boolean => a.point(id)?.point === b.point(id)?.point
