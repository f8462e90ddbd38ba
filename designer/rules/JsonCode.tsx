import { json, jsonParseLinter } from '@codemirror/lang-json'
import { linter } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { minimalSetup } from 'codemirror'
import { useEffect, useRef } from 'react'

interface Props { text: string; label: string; readOnly: boolean; onType: (text: string) => void; onLeave: () => void }

/** A small JSON editor with squiggles. A text from outside replaces what is shown. */
export function JsonCode({ text, label, readOnly, onType, onLeave }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const told = useRef({ onType, onLeave })
  useEffect(() => { told.current = { onType, onLeave } })
  const first = useRef(text)
  useEffect(() => {
    if (!place.current) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: first.current, extensions: [
        minimalSetup, json(), linter(jsonParseLinter(), { delay: 200 }), EditorView.lineWrapping, EditorState.readOnly.of(readOnly), EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => { if (update.docChanged && !update.transactions.some((one) => one.isUserEvent('outside'))) told.current.onType(update.state.doc.toString()) }),
        EditorView.domEventHandlers({ blur: () => { told.current.onLeave() } }),
      ] }),
    })
    view.current = made
    return () => made.destroy()
  }, [label, readOnly])
  useEffect(() => {
    const { current } = view
    if (current && current.state.doc.toString() !== text) current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text }, userEvent: 'outside' })
  }, [text])
  return <div className="ds-code-editor" ref={place} />
}
