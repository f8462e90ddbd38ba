import { createContext, useContext, useEffect, useMemo, useRef, useState, type AnchorHTMLAttributes, type MouseEvent, type ReactNode } from 'react'

interface Place { path: string; query: URLSearchParams }
/** Whether one may leave for another page. */
type Ask = (path: string) => Promise<boolean>
interface Router extends Place {
  go: (to: string, options?: { replace?: boolean }) => void
  /** Asks whoever has something unfinished, then goes on or not. */
  leaving: (path: string, then: () => void) => void
  /** Sets who is to be asked. */
  guard: (ask: Ask | undefined) => void
}

const here = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) })
const Context = createContext<Router>({ path: '/', query: new URLSearchParams(), go: () => undefined, leaving: (_, then) => then(), guard: () => undefined })
/** Every entry of the history knows its number, so that a step back can be taken back. */
const number = (): number => (history.state as { number?: number } | null)?.number ?? 0

/** The address bar as state. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(here)
  const asks = useRef<Ask>(undefined)
  useEffect(() => {
    let at = number()
    let { pathname: page } = location
    let expected: 'undo' | 'redo' | undefined
    const arrive = () => { at = number(); page = location.pathname; setPlace(here()) }
    const step = () => {
      const steps = number() - at
      const ask = asks.current
      if (expected === 'undo') expected = undefined
      else if (expected === 'redo' || !ask || steps === 0 || location.pathname === page) {
        expected = undefined
        arrive()
      } else {
        expected = 'undo'
        const { pathname } = location
        history.go(-steps)
        ask(pathname).then((yes) => {
          if (!yes) return
          expected = 'redo'
          history.go(steps)
        }).catch(() => undefined)
      }
    }
    addEventListener('popstate', step)
    addEventListener(moved, arrive)
    return () => { removeEventListener('popstate', step); removeEventListener(moved, arrive) }
  }, [])
  const value = useMemo<Router>(() => {
    const leaving: Router['leaving'] = (path, then) => {
      if (!asks.current || path === location.pathname) return then()
      asks.current(path).then((yes) => {
        if (!yes) return
        asks.current = undefined
        then()
      }).catch(() => undefined)
    }
    return {
      ...place, leaving,
      guard: (ask) => { asks.current = ask },
      go: (to, options) => leaving(new URL(to, location.href).pathname, () => {
        const before = location.pathname
        if (options?.replace) history.replaceState({ number: number() }, '', to)
        else history.pushState({ number: number() + 1 }, '', to)
        dispatchEvent(new Event(moved))
        if (location.pathname !== before) scrollTo(0, 0)
      }),
    }
  }, [place])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

const moved = 'yardstick-moved'

export function useRouter(): Router {
  return useContext(Context)
}

/** While `ask` is given, whoever leaves the page in the site is asked by it, and whoever closes or reloads it by the browser. */
export function useUnfinished(ask: Ask | undefined): void {
  const { guard } = useRouter()
  useEffect(() => {
    if (!ask) return
    guard(ask)
    const warn = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => { guard(undefined); removeEventListener('beforeunload', warn) }
  }, [ask, guard])
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
      const decoded = decodedOf(value)
      if (decoded === undefined) return undefined
      values[part.slice(1).replace('?', '')] = decoded
    } else if (part !== value) return undefined
  }
  return values
}

function decodedOf(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
