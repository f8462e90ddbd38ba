import { useEffect, useState, type RefObject } from 'react'

/** Light or dark: what is asked for, else what the page around says, else what the system prefers. */
export function useTheme(theme: 'light' | 'dark' | 'auto' | undefined, root: RefObject<HTMLElement | null>): 'light' | 'dark' {
  const [found, setFound] = useState<'light' | 'dark'>(theme === 'dark' ? 'dark' : 'light')
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') return setFound(theme)
    const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined
    const look = (): void => {
      const said = around(root.current)
      setFound(said ?? (media?.matches ? 'dark' : 'light'))
    }
    look()
    media?.addEventListener('change', look)
    const observer = new MutationObserver(look)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
    return () => {
      media?.removeEventListener('change', look)
      observer.disconnect()
    }
  }, [theme, root])
  return found
}

/** `data-theme` on an ancestor, through shadow roots; or a page whose colour scheme is settled. */
function around(element: HTMLElement | null): 'light' | 'dark' | undefined {
  for (let at: Element | null = element?.parentElement ?? hostOf(element); at; at = at.parentElement ?? hostOf(at)) {
    const said = at.getAttribute('data-theme')
    if (said === 'light' || said === 'dark') return said
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme
  return scheme === 'light' || scheme === 'dark' ? scheme : undefined
}

function hostOf(element: Element | null): Element | null {
  const root = element?.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
