import './jsdomLacks.ts'
import { render } from '@testing-library/react'
import { Designer, type DesignerProps } from '../../designer/index.ts'
import { framework } from '../../stories/samples/index.ts'
import type { Framework } from '../../schemas/index.ts'

/** The designer with the sample framework; what it saves is in `saved`. */
export function draw(props: Partial<DesignerProps> = {}): { saved: Framework[] } {
  const saved: Framework[] = []
  render(<Designer document={framework} base={framework} onSave={(document) => { saved.push(document); return Promise.resolve({}) }} {...props} />)
  return { saved }
}
