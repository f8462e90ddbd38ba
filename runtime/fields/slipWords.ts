import { magnitude, type Slip } from '../entry.ts'
import type { Strings } from '../strings.zh.ts'
import { fill } from '../text.ts'

/** "约为去年的一万倍，是否把元填成了万元？" */
export function slipWords({ power }: Slip, unit: string | undefined, t: Strings): string {
  if (power === -2) return t.slipShare
  const n = ({ 3: t.thousand, 4: t.tenThousand, 8: t.hundredMillion } as Record<number, string>)[Math.abs(power)] ?? ''
  const times = fill(power > 0 ? t.timesMore : t.timesLess, { n })
  const { power: own, base } = magnitude(unit ?? '')
  if (unit && power > 0 && own === power) return fill(t.slip, { times, from: base, to: unit })
  if (unit && power < 0 && own === 0 && [4, 8].includes(-power)) return fill(t.slip, { times, from: `${power === -4 ? '万' : '亿'}${unit}`, to: unit })
  return fill(t.slipPlain, { times })
}
