import { expect, test } from 'vitest'
import { nodeWords as inForm } from '../../runtime/verdict/levels.ts'
import { zh } from '../../runtime/strings.zh.ts'
import type { Framework, Node, Scale } from '../../schemas/index.ts'
import { nodeWords as onSite } from '../../server/web/Level.tsx'
import { zh as site } from '../../server/web/strings.zh.ts'

const scaleOf = (...levels: [string, string | undefined][]): Scale => ({ title: '标度', levels: levels.map(([label, mark], i) => ({ id: `l${i}`, label, ...(mark === undefined ? {} : { mark }), score: 100 - i })) })
const open = (...possible: string[]): Node => ({ status: 'undetermined', scale: 's', possible, issues: [] })

test('possible levels are told by their letters, where there are none by their words: a sign alone says too little', () => {
  const letters = scaleOf(['优', 'A'], ['良', 'B'], ['合格', 'C'], ['不合格', 'D'])
  const signs = scaleOf(['达标', '✓'], ['基本达标', '△'], ['不达标', '✗'], ['未评', undefined])
  const site_ = (scale: Scale, node: Node): string => onSite({ scales: { s: scale } } as unknown as Framework, node, site)
  expect(inForm(open('l0', 'l1'), letters, zh)).toBe('尚不能确定：A 或 B')
  expect(inForm(open('l0', 'l1', 'l2'), signs, zh)).toBe('尚不能确定：达标、基本达标 或 不达标')
  expect(site_(signs, open('l0', 'l1'))).toBe('尚不能确定：达标 或 基本达标')
  expect(site_(letters, open('l1', 'l2'))).toBe('尚不能确定：B 或 C')
})
