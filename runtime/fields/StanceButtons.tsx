import type { Answer } from '../../schemas/index.ts'
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
  const words: Record<Stance, string> = { confirmed: t.confirm, corrected: t.correct, disputed: t.dispute }
  const status = field.answer?.status
  if (!field.editable) return <Stood status={status} />
  return (
    <span className="ys-act3" role="group" aria-label={`${field.element.title} ${t.stance}`}>
      {(Object.keys(words) as Stance[]).map((stance) => (
        <button key={stance} type="button" aria-pressed={status === stance} data-stance={stance}
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

/** What was said of a value that cannot be changed now. */
function Stood({ status }: { status: Answer['status'] | undefined }) {
  const t = useText()
  if (status === undefined) return null
  const icon = status === 'proposed' ? undefined : icons[status]
  return <span className={`ys-stood ys-stood-${status}`}>{icon ? <Icon name={icon} small /> : null}{{ proposed: t.pending, confirmed: t.confirmed, corrected: t.corrected, disputed: t.disputed }[status]}</span>
}
