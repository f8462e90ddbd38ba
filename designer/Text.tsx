import { Input, type InputProps } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import { useState } from 'react'

/**
 * What is typed is shown at once and reaches the document a moment later, when there is time to draw everything that
 * depends on it. A change from elsewhere (undo) shows as soon as nothing typed is under way.
 */
function useTyped(value: string, send: (text: string) => void): { text: string; type: (text: string) => void; leave: () => void } {
  const [draft, setDraft] = useState<{ text: string; under: readonly string[] }>()
  if (draft !== undefined && (draft.text === value || !draft.under.includes(value))) setDraft(undefined)
  const type = (text: string): void => {
    setDraft((old) => ({ text, under: [...(old?.under ?? [value]), text] }))
    send(text)
  }
  return { text: draft?.text ?? value, type, leave: () => setDraft(undefined) }
}

/** One line of text. */
export function Text({ value, onText, ...more }: Omit<InputProps, 'value' | 'onChange'> & { value: string; onText: (text: string) => void }) {
  const { text, type, leave } = useTyped(value, onText)
  return <Input {...more} value={text} onChange={(event) => type(event.target.value)} onBlur={leave} />
}

/** Several lines of text, as high as they need. */
export function LongText({ value, onText, ...more }: Omit<TextAreaProps, 'value' | 'onChange'> & { value: string; onText: (text: string) => void }) {
  const { text, type, leave } = useTyped(value, onText)
  return <Input.TextArea {...more} value={text} onChange={(event) => type(event.target.value)} onBlur={leave} />
}
