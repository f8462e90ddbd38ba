import { expect, test } from 'vitest'
import { match } from '../../server/web/router.tsx'

test.each([
  ['/review/:submission/:point?', '/review/s1', { submission: 's1' }],
  ['/review/:submission/:point?', '/review/s1/p%20x', { submission: 's1', point: 'p x' }],
  ['/review', '/review/s1', undefined],
  ['/review/:submission/:point?', '/review/%', undefined],
  ['/cycles/:cycle', '/cycles', undefined],
  ['/overview/:cycle?', '/overview/', {}],
])('%s against %s', (pattern, path, values) => {
  expect(match(pattern, path)).toEqual(values)
})
