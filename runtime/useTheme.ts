import { useEffect, useState, type RefObject } from 'react'

/** Light or dark: what is asked for, else what the page around says, else what the system prefers. */
export function useTheme(theme: 'light' | 'dark' | 'auto' | undefined, root: RefObject<HTMLElement | null>): 'light' | 'dark' {
  const [found, setFound] = useState<'light' | 'dark'>(() => (theme === 'light' || theme === 'dark' ? theme : (pageTheme() ?? (media()?.matches ? 'dark' : 'light'))))
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') return setFound(theme)
    const system = media()
    let page = pageTheme()
    const look = (): void => {
      setFound(around(root.current) ?? page ?? (system?.matches ? 'dark' : 'light'))
    }
    look()
    system?.addEventListener('change', look)
    const observer = new MutationObserver(() => {
      page = pageTheme()
      look()
    })
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
    return () => {
      system?.removeEventListener('change', look)
      observer.disconnect()
    }
  }, [theme, root])
  return found
}

const media = (): MediaQueryList | undefined => (typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined)

/** What the page as a whole says: `data-theme`, or a colour scheme that is settled. Read before anything is drawn, so that it costs no layout. */
function pageTheme(): 'light' | 'dark' | undefined {
  const said = document.documentElement.getAttribute('data-theme') ?? getComputedStyle(document.documentElement).colorScheme
  return said === 'light' || said === 'dark' ? said : undefined
}

/** `data-theme` on an ancestor, through shadow roots. */
function around(element: HTMLElement | null): 'light' | 'dark' | undefined {
  for (let at: Element | null = element?.parentElement ?? hostOf(element); at; at = at.parentElement ?? hostOf(at)) {
    const said = at.getAttribute('data-theme')
    if (said === 'light' || said === 'dark') return said
  }
  return undefined
}

function hostOf(element: Element | null): Element | null {
  const root = element?.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
