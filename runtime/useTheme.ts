import { useCallback, useSyncExternalStore, type RefObject } from 'react'

type Theme = 'light' | 'dark'

/** Light or dark: what is asked for, else what the page around says, else what the system prefers. */
export function useTheme(theme: Theme | 'auto' | undefined, root: RefObject<HTMLElement | null>): Theme {
  const read = useCallback((): Theme => (theme === 'light' || theme === 'dark' ? theme : (around(root.current) ?? pageTheme() ?? (media()?.matches ? 'dark' : 'light'))), [theme, root])
  return useSyncExternalStore(watch, read, () => 'light')
}

const media = (): MediaQueryList | undefined => (typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined)

let page: { theme: Theme | undefined } | undefined

function watch(changed: () => void): () => void {
  const look = (): void => {
    page = undefined
    changed()
  }
  const system = media()
  system?.addEventListener('change', look)
  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
  return () => {
    system?.removeEventListener('change', look)
    observer.disconnect()
  }
}

/** What the page as a whole says: `data-theme`, or a colour scheme that is settled. Read once and before anything is drawn, so that it costs no layout. */
function pageTheme(): Theme | undefined {
  if (!page) {
    const said = document.documentElement.getAttribute('data-theme') ?? getComputedStyle(document.documentElement).colorScheme
    page = { theme: said === 'light' || said === 'dark' ? said : undefined }
  }
  return page.theme
}

/** `data-theme` on an ancestor, through shadow roots. */
function around(element: HTMLElement | null): Theme | undefined {
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
