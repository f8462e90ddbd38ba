import { useEffect, useRef, useState, type ReactNode } from 'react'

/** Wide content scrolls in its own region; the region takes the tab stop only when there is something to scroll. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <section className="scroll-x" ref={box} {...(wide ? { tabIndex: 0, 'aria-label': label } : {})}>{children}</section>
}
