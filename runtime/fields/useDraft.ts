import { useRef, useState, type ChangeEvent, type CompositionEvent } from 'react'

type Target = HTMLInputElement | HTMLTextAreaElement

/** Text being typed: kept here while it is, committed on each input, but not between the keys of an input method. */
export function useDraft(stored: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<{ text: string; on: string }>()
  const composing = useRef(false)
  return {
    // While an input method composes, nothing is stored yet and the text shown is the one typed.
    value: typed && typed.on === stored ? typed.text : stored,
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: (event: CompositionEvent<Target>) => {
      composing.current = false
      commit(event.currentTarget.value)
    },
    onChange: (event: ChangeEvent<Target>) => {
      setTyped({ text: event.target.value, on: stored })
      if (!composing.current) commit(event.target.value)
    },
  }
}
