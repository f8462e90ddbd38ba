import { useEffect, useRef, useState, type ReactNode } from 'react'

/** The points still waiting, by their place in the page, and how each is mounted. */
const waiting = new Map<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Mounts every point still waiting; printing and find-in-page need the whole text. */
export function mountAll(): void {
  for (const show of Array.from(waiting.values())) show()
}

/** One observer for all: mounting begins less than a screen before a point is seen. */
function wait(element: Element, show: () => void): () => void {
  observer ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.()
  }, { rootMargin: '400px 0px' })
  waiting.set(element, show)
  observer.observe(element)
  return () => {
    waiting.delete(element)
    observer?.unobserve(element)
  }
}

/** A point far from view: a placeholder of its estimated height until it comes near. Once mounted it stays. */
export function Lazy({ id, height, eager, children }: { id: string; height: number; eager: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(eager || typeof IntersectionObserver === 'undefined')
  useEffect(() => (near || !box.current ? undefined : wait(box.current, () => setNear(true))), [near])
  return <div ref={box} className={near ? 'ys-lazy' : 'ys-lazy ys-waiting'} data-ys-slot={id} style={near ? { containIntrinsicSize: `auto ${height}px` } : { height }}>{near || eager ? children : null}</div>
}
