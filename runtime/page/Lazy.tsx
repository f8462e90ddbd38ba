import { useEffect, useRef, useState, type ReactNode } from 'react'

const all = new Set<() => void>()

/** Mounts every point still waiting; printing and find-in-page need the whole text. */
export function mountAll(): void {
  for (const each of Array.from(all)) each()
}

/** A point far from view: a placeholder of its estimated height until it comes near. Once mounted it stays. */
export function Lazy({ id, height, eager, children }: { id: string; height: number; eager: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(eager || typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const element = box.current
    if (near || !element) return
    const show = (): void => setNear(true)
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && show(), { rootMargin: '400px 0px' })
    observer.observe(element)
    all.add(show)
    return () => {
      observer.disconnect()
      all.delete(show)
    }
  }, [near])
  return <div ref={box} className={near ? 'ys-lazy' : 'ys-lazy ys-waiting'} data-ys-slot={id} style={near ? { containIntrinsicSize: `auto ${height}px` } : { height }}>{near || eager ? children : null}</div>
}
