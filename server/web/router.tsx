import { createContext, useContext, useEffect, useMemo, useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

interface Place { path: string; query: URLSearchParams }
interface Router extends Place { go: (to: string, options?: { replace?: boolean }) => void }

const here = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) })
const Context = createContext<Router>({ path: '/', query: new URLSearchParams(), go: () => undefined })

/** The address bar as state. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(here)
  useEffect(() => {
    const update = () => setPlace(here())
    addEventListener('popstate', update)
    return () => removeEventListener('popstate', update)
  }, [])
  const value = useMemo<Router>(() => ({
    ...place,
    go: (to, options) => {
      const before = location.pathname
      history[options?.replace ? 'replaceState' : 'pushState'](null, '', to)
      setPlace(here())
      if (location.pathname !== before) scrollTo(0, 0)
    },
  }), [place])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useRouter(): Router {
  return useContext(Context)
}

/** An ordinary link that does not reload the page; modifier keys keep their meaning. */
export function Link({ to, onClick, children, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { go } = useRouter()
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return <a href={to} onClick={click} {...rest}>{children}</a>
}

/** The values of `:name` parts when the path fits the pattern; a trailing `?` makes a part optional. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (given.length > wanted.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index]
    if (value === undefined) {
      if (!part.endsWith('?')) return undefined
    } else if (part.startsWith(':')) {
      values[part.slice(1).replace('?', '')] = decodeURIComponent(value)
    } else if (part !== value) return undefined
  }
  return values
}
