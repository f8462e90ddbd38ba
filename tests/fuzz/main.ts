import { difference, prepare } from './differ.ts'
import { sample } from './generate.ts'
import { random } from './random.ts'

const verdicts = Number(process.argv[2] ?? 1_000_000)
const first = Number(process.argv[3] ?? 1)
let [checked, differences, unknown, seed] = [0, 0, 0, first]
const started = performance.now()
while (checked < verdicts) {
  const generator = random(seed++)
  const drawn = sample(generator, { absent: generator.pick([0, 0.1, 0.4]) })
  const prepared = prepare(drawn)
  for (const [i, rule] of prepared.rules.entries()) {
    const found = difference(drawn, prepared, i)
    if (rule.value(prepared.frame) === undefined) unknown++
    if (found !== undefined && ++differences <= 5) console.log(`seed ${seed - 1}: ${found}`)
    checked++
  }
}
console.log(`${checked.toLocaleString('en')} verdicts, ${differences} differences, ${unknown.toLocaleString('en')} unknown, seeds ${first}-${seed - 1}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = differences === 0 ? 0 : 1
