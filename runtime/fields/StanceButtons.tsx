import { Icon, type IconName } from '../Icon.tsx'
import { useStore } from '../store/hooks.ts'
import type { Stance } from '../store/stance.ts'
import { useText } from '../text.ts'
import { focusNext } from './focusNext.ts'
import type { FieldState } from './useField.ts'

const icons: Record<Stance, IconName> = { confirmed: 'check', corrected: 'pencil', disputed: 'flag' }

/** Confirm, correct, dispute: one three-part control beside an official value. Nothing pressed means it still waits. */
export function StanceButtons({ field }: { field: FieldState }) {
  const store = useStore()
  const t = useText()
  const editable = field.editable
  const words: Record<Stance, string> = { confirmed: t.confirm, corrected: t.correct, disputed: t.dispute }
  const status = field.answer?.status
  return (
    <span className="ys-act3" role="group" aria-label={`${field.element.title} ${t.stance}`}>
      {(Object.keys(words) as Stance[]).map((stance) => (
        <button key={stance} type="button" aria-pressed={status === stance} disabled={!editable} data-stance={stance}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && status === 'proposed' && stance === 'confirmed') {
              event.preventDefault()
              store.stance(field.id, 'confirmed')
              focusNext(event.currentTarget)
            }
          }}
          onClick={(event) => {
            store.stance(field.id, stance)
            const row = event.currentTarget.closest('[data-ys-field]')
            if (stance === 'corrected') requestAnimationFrame(() => row?.querySelector<HTMLElement>('input, textarea, select')?.focus())
            if (stance === 'disputed') requestAnimationFrame(() => row?.querySelector<HTMLElement>('.ys-reason input, .ys-reason textarea')?.focus())
          }}><Icon name={icons[stance]} small />{words[stance]}</button>
      ))}
    </span>
  )
}
