import { expect, test } from 'vitest'
import { differences, prepare } from '../../fuzz/differ.ts'
import { sample } from '../../fuzz/generate.ts'
import { random } from '../../fuzz/random.ts'

// The full run is `npm run fuzz`.
test('6,000 random verdicts equal exact three-valued arithmetic', () => {
  const found: string[] = []
  for (let seed = 900_000; seed < 901_500; seed++) {
    const generator = random(seed)
    const drawn = sample(generator, { absent: generator.pick([0, 0.1, 0.4]) })
    const prepared = prepare(drawn)
    found.push(...differences(drawn, prepared))
  }
  expect(found).toEqual([])
}, 60_000)
