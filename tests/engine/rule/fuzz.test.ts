import { expect, test } from 'vitest'
import { difference, prepare } from '../../fuzz/differ.ts'
import { sample } from '../../fuzz/generate.ts'
import { random } from '../../fuzz/random.ts'

// The full run is `npm run fuzz`.
test('6,000 random verdicts equal exact three-valued arithmetic', () => {
  const found: string[] = []
  for (let seed = 900_000; seed < 901_500; seed++) {
    const generator = random(seed)
    const drawn = sample(generator, { absent: generator.pick([0, 0.1, 0.4]) })
    const prepared = prepare(drawn)
    for (const i of prepared.rules.keys()) found.push(...[difference(drawn, prepared, i)].flatMap((one) => one ?? []))
  }
  expect(found).toEqual([])
}, 60_000)
