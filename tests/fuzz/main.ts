import { differences, prepare } from './differ.ts'
import { sample } from './generate.ts'
import { random } from './random.ts'

const verdicts = Number(process.argv[2] ?? 1_000_000)
const first = Number(process.argv[3] ?? 1)
let [checked, different, unknown, seed] = [0, 0, 0, first]
const started = performance.now()
while (checked < verdicts) {
  const generator = random(seed++)
  const drawn = sample(generator, { absent: generator.pick([0, 0.1, 0.4]) })
  const prepared = prepare(drawn)
  for (const found of differences(drawn, prepared)) if (++different <= 5) console.log(`seed ${seed - 1}: ${found}`)
  for (const rule of prepared.rules) if (rule.value(prepared.frame) === undefined) unknown++
  checked += prepared.rules.length
}
console.log(`${checked.toLocaleString('en')} verdicts, ${different} differences, ${unknown.toLocaleString('en')} unknown, seeds ${first}-${seed - 1}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
process.exitCode = different === 0 ? 0 : 1
