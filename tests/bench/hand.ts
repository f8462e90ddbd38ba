import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The workload as someone would write it by hand: straight-line JavaScript, fifty points a function, JavaScript's own arithmetic. */
export async function handWritten(points: number): Promise<(answers: Record<string, unknown>) => number> {
  const blocks: string[] = []
  for (let start = 0; start < points; start += 50) {
    const lines: string[] = []
    for (let i = start; i < Math.min(points, start + 50); i++) {
      const before = i === 0 ? 0 : i - 1
      lines.push(`{ const ratio = d.part${i} / d.whole${i} * 100, rise = (d.now${i} - d.last${i}) / d.last${i} * 100
        if (!(d.part${i} <= d.whole${i})) failed++
        if (!(d.open${i} || d.kind${i} === 'rural')) failed++
        if (!(d.now${i} + d.now${before} >= d.last${i})) failed++
        const score = ratio >= 95 && rise >= 5 && d.open${i} ? 100 : ratio >= 85 && rise >= 0 ? 80 : ratio >= 70 || d.kind${i} === 'rural' && ratio >= 60 ? 60 : 30
        group += score * ${(i % 3) + 1}; weight += ${(i % 3) + 1} }`)
      if (i % 5 === 4 || i === points - 1) lines.push('total += group / weight; groups++; group = weight = 0')
    }
    blocks.push(`function block${start}(d) { ${lines.join('\n')} }`)
  }
  const source = `let total, groups, group, weight, failed\n${blocks.join('\n')}\nexport function score(d) { total = groups = group = weight = failed = 0\n${Array.from({ length: Math.ceil(points / 50) }, (_, k) => `block${k * 50}(d)`).join('\n')}\nreturn total / groups + failed * 0 }`
  const file = join(mkdtempSync(join(tmpdir(), 'yardstick-bench-')), `hand${points}.mjs`)
  writeFileSync(file, source)
  const loaded = (await import(pathToFileURL(file).href)) as { score: (answers: Record<string, unknown>) => number }
  return loaded.score
}
