import { differences, prepare } from './differ.ts'
import { meet, meetForm, type Met } from './documents.ts'
import { sample } from './generate.ts'
import { random } from './random.ts'

/** How often a long run says how far it is. */
const stretch = 50_000

/** Random verdicts against exact fractions. */
function verdicts(wanted: number, first: number): boolean {
  let [checked, different, unknown, seed] = [0, 0, 0, first]
  const started = performance.now()
  while (checked < wanted) {
    const generator = random(seed++)
    const drawn = sample(generator, { absent: generator.pick([0, 0.1, 0.4]) })
    const prepared = prepare(drawn)
    for (const found of differences(drawn, prepared)) if (++different <= 5) console.log(`seed ${seed - 1}: ${found}`)
    for (const rule of prepared.rules) if (rule.value(prepared.frame) === undefined) unknown++
    if (Math.floor((checked + prepared.rules.length) / stretch) > Math.floor(checked / stretch)) console.log(`… ${checked.toLocaleString('en')} verdicts, ${different} differences, ${since(started)}`)
    checked += prepared.rules.length
  }
  console.log(`${checked.toLocaleString('en')} verdicts, ${different} differences, ${unknown.toLocaleString('en')} unknown, seeds ${first}-${seed - 1}, ${since(started)}`)
  return different === 0
}

/** Damaged documents with any answers: nothing may throw. */
function documents(wanted: number, first: number): boolean {
  const met: Record<Met, number> = { refused: 0, faulty: 0, sound: 0 }
  let thrown = 0
  const started = performance.now()
  for (let seed = first; seed < first + wanted; seed++) {
    if (seed > first && (seed - first) % stretch === 0) console.log(`… ${(seed - first).toLocaleString('en')} documents, ${thrown} throws, ${since(started)}`)
    try {
      met[meet(seed)]++
      if (seed % 20 === 0) meetForm(seed)
    } catch (error) {
      if (++thrown <= 5) console.log(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`)
    }
  }
  console.log(`${wanted.toLocaleString('en')} documents, ${thrown} throws, ${met.refused.toLocaleString('en')} refused, ${met.faulty.toLocaleString('en')} faulty, ${met.sound.toLocaleString('en')} sound, seeds ${first}-${first + wanted - 1}, ${since(started)}`)
  return thrown === 0
}

const since = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`

// npm run fuzz -- [how many] [first seed] [verdicts|documents]
const [wanted = 1_000_000, first = 1] = process.argv.slice(2, 4).map(Number)
const only = process.argv[4]
const fine = [only === 'documents' || verdicts(wanted, first), only === 'verdicts' || documents(wanted, first)]
process.exitCode = fine.every(Boolean) ? 0 : 1
