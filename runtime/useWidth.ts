import { useEffect, useState, type RefObject } from 'react'

/** Class names for the room the widget has; its own width counts, not the window's, because it may be embedded. */
export function useWidth(root: RefObject<HTMLElement | null>): string {
  const [width, setWidth] = useState(() => (typeof window === 'undefined' || typeof ResizeObserver === 'undefined' ? '' : classes(window.innerWidth)))
  useEffect(() => {
    const element = root.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(classes(entry.contentRect.width)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
  return width
}

const classes = (width: number): string => (width <= 900 ? ' ys-mid ys-narrow' : width <= 1180 ? ' ys-mid' : '')
