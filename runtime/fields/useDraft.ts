import { useEffect, useRef, useState, type ChangeEvent, type CompositionEvent } from 'react'

type Target = HTMLInputElement | HTMLTextAreaElement

/** Text being typed: kept here while it is, committed on each input, but not between the keys of an input method. */
export function useDraft(stored: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState<string>()
  const composing = useRef(false)
  useEffect(() => setDraft(undefined), [stored])
  return {
    value: draft ?? stored,
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event: CompositionEvent<Target>) => {
      composing.current = false
      commit(event.currentTarget.value)
    },
    onChange: (event: ChangeEvent<Target>) => {
      setDraft(event.target.value)
      if (!composing.current) commit(event.target.value)
    },
  }
}
