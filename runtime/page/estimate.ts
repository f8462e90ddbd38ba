import type { PointInfo } from '../../engine/index.ts'

/** A point's likely height, so that the scroll bar is honest before it is mounted. */
export function estimate({ fields, point }: PointInfo): number {
  let height = 130
  for (const { schema } of fields) {
    if (schema.type === 'array' && schema.items?.type === 'object') height += 150 + 32 * (schema['x-rows']?.length ?? 3)
    else height += schema['x-widget'] === 'longText' ? 96 : 66
  }
  const requirements = point.evidence?.length ?? 0
  return height + (requirements ? 110 + 42 * requirements : 0)
}
