import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { api, type Me, type Role } from './api.ts'
import { ApiError, onSessionEnded } from './request.ts'
import { useRouter } from './router.tsx'
import { SignIn } from './SignIn.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { StatePage } from './StatePage.tsx'
import { useText } from './language.tsx'
import { text, wordsOfError } from './text.ts'
import { Button, Skeleton } from 'antd'

interface Session { me: Me; signOut: () => void }
interface Waiting { resolve: () => void; reject: (error: Error) => void }

const Context = createContext<Session | undefined>(undefined)
const office: Role[] = ['city-admin', 'city-editor', 'expert', 'viewer']

/** Who is signed in. Only inside a SessionProvider. */
export function useSession(): Session {
  const session = useContext(Context)
  if (!session) throw new Error('useSession outside of SessionProvider')
  return session
}

export function isOffice(role: Role): boolean {
  return office.includes(role)
}

/** Shows the sign-in page until someone is signed in; when the session ends, asks again in place and keeps the page as it is. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const t = useText(text)
  const { go } = useRouter()
  const [me, setMe] = useState<Me | null>()
  const [error, setError] = useState<unknown>()
  const [asking, setAsking] = useState(false)
  const waiting = useRef<Waiting[]>([])
  const current = useRef<Me | null>(null)

  const enter = (next: Me | null) => { current.current = next; setMe(next) }
  const start = () => {
    api.me().then(enter, (problem: unknown) => (problem instanceof ApiError && problem.status === 401 ? enter(null) : setError(problem)))
  }
  useEffect(start, [])
  useEffect(() => {
    onSessionEnded(() => new Promise((resolve, reject) => {
      if (!current.current) return reject(new ApiError(401, 'UNAUTHENTICATED', ''))
      waiting.current.push({ resolve, reject })
      setAsking(true)
    }))
    return () => onSessionEnded(undefined)
  }, [])

  const settle = (how: (one: Waiting) => void) => {
    setAsking(false)
    for (const one of waiting.current.splice(0)) how(one)
  }
  const leave = () => {
    settle(({ reject }) => reject(new ApiError(401, 'UNAUTHENTICATED', '')))
    const done = () => { enter(null); go('/', { replace: true }) }
    api.signOut().then(done, done)
  }

  if (error) return <StatePage title={t.unreachable} words={wordsOfError(error, t)}><Button type="primary" onClick={() => { setError(undefined); start() }}>{t.tryAgain}</Button></StatePage>
  if (me === undefined) return <div className="page" aria-busy="true"><Skeleton active /></div>
  if (!me) return <SignIn onSignedIn={enter} />
  return (
    <Context.Provider value={{ me, signOut: leave }}>
      {children}
      {asking ? <SignInAgain me={me} onDone={() => settle(({ resolve }) => resolve())} onLeave={leave} /> : null}
    </Context.Provider>
  )
}
