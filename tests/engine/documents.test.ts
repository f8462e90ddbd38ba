import { expect, test } from 'vitest'
import { meet, meetForm, type Met } from '../fuzz/documents.ts'

test('3,000 damaged frameworks with any answers: nothing throws, and a session says what a fresh evaluation says', () => {
  const met: Record<Met, number> = { refused: 0, faulty: 0, sound: 0 }
  for (let seed = 1; seed <= 3000; seed++) met[meet(seed)]++
  // The damage is small enough to get past the form and large enough to be refused.
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(200)
})

test('any value as any document is refused with a code, or is one', () => {
  for (let seed = 1; seed <= 2000; seed++) meetForm(seed)
})
