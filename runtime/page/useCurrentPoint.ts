import { useEffect, type RefObject } from 'react'
import { useStore } from '../store/hooks.ts'

/** The point the person is at: the one that has the focus, else the one at the top of the view. */
export function useCurrentPoint(main: RefObject<HTMLElement | null>, panel: string): void {
  const store = useStore()
  useEffect(() => {
    const root = main.current
    if (!root || panel !== 'form') return
    const set = (point: string | undefined): void => {
      if (point && store.view.point !== point && store.view.mode === 'all') store.setView({ point })
    }
    const slotOf = (target: EventTarget | null): string | undefined => (target instanceof HTMLElement ? target.closest<HTMLElement>('[data-ys-slot]')?.dataset['ysSlot'] : undefined)
    const focused = (event: FocusEvent): void => set(slotOf(event.target))
    let frame = 0
    const scrolled = (): void => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        const active = (root.getRootNode() as Document | ShadowRoot).activeElement
        if (active && root.contains(active) && active.getBoundingClientRect().bottom > 60 && active.getBoundingClientRect().top < window.innerHeight) return
        const top = root.getBoundingClientRect().top
        const line = Math.max(0, top) + 120
        for (const slot of root.querySelectorAll<HTMLElement>('[data-ys-slot]')) {
          if (slot.getBoundingClientRect().bottom > line) return set(slot.dataset['ysSlot'])
        }
      })
    }
    root.addEventListener('focusin', focused)
    root.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      root.removeEventListener('focusin', focused)
      root.removeEventListener('scroll', scrolled)
      window.removeEventListener('scroll', scrolled)
    }
  }, [store, main, panel])
}
