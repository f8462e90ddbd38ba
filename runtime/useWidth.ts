import { useLayoutEffect, useState, type RefObject } from 'react'

/** Class names for the room the widget has; its own width counts, not the window's, because it may be embedded. */
export function useWidth(root: RefObject<HTMLElement | null>): string {
  const [width, setWidth] = useState('')
  useLayoutEffect(() => {
    const element = root.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const look = (): void => {
      const { clientWidth } = element
      setWidth(clientWidth <= 900 ? ' ys-mid ys-narrow' : clientWidth <= 1180 ? ' ys-mid' : '')
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
  return width
}
