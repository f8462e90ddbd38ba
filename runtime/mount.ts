import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { SubmissionForm } from './SubmissionForm.tsx'
import type { SubmissionFormProps } from './types.ts'

/** A mounted form. */
export interface Mounted {
  /** Change some of the properties. */
  update(props: Partial<SubmissionFormProps>): void
  unmount(): void
}

/** Shows a form in an element of any page, without React on the outside. */
export function mount(element: Element, props: SubmissionFormProps): Mounted {
  const root = createRoot(element)
  let current = props
  const render = (): void => root.render(createElement(SubmissionForm, current))
  render()
  return {
    update(next) {
      current = { ...current, ...next }
      render()
    },
    unmount: () => root.unmount(),
  }
}
