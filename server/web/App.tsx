import { App as Messages, ConfigProvider, Skeleton } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import 'dayjs/locale/zh-cn'
import { Suspense, useEffect } from 'react'
import { areas } from './areas.tsx'
import { Catch } from './Catch.tsx'
import { Forbidden } from './Forbidden.tsx'
import { LanguageProvider, useLanguage, useText } from './language.tsx'
import { nonce } from './nonce.ts'
import { match, RouterProvider, useRouter } from './router.tsx'
import { isOffice, SessionProvider, useSession } from './session.tsx'
import { Shell } from './Shell.tsx'
import { StatePage } from './StatePage.tsx'
import { text } from './text.ts'
import { theme } from './theme.ts'

export function App() {
  return <LanguageProvider><Themed /></LanguageProvider>
}

function Themed() {
  const { locale } = useLanguage()
  return (
    <ConfigProvider theme={theme} locale={locale === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }} {...(nonce ? { csp: { nonce } } : {})}>
      <Messages component={false}>
        <Catch>
          <RouterProvider><SessionProvider><Page /></SessionProvider></RouterProvider>
        </Catch>
      </Messages>
    </ConfigProvider>
  )
}

/** The page of the address, for the person signed in. */
function Page() {
  const t = useText(text)
  const { path, go } = useRouter()
  const { me } = useSession()
  const start = me.role === 'expert' ? '/review' : isOffice(me.role) ? '/home' : '/my'
  const found = areas.map((area) => ({ area, values: match(area.pattern, path) })).find(({ values }) => values)
  const home = path === '/'
  useEffect(() => { if (home) go(start, { replace: true }) }, [home, go, start])
  useEffect(() => { document.title = found ? `${t[found.area.nav]} · ${t.product}` : t.product }, [found, t])

  if (home) return null
  if (!found?.values) return <Shell><StatePage title={t.notFound} words={t.notFoundWords} home /></Shell>
  const { area, values } = found
  if (!area.roles.includes(me.role)) return <Shell><Forbidden /></Shell>
  const subject = JSON.stringify([area.pattern, ...Object.entries(values).filter(([name]) => name !== area.within)])
  const page = <Catch key={subject}><Suspense fallback={<div className="page" aria-busy="true"><Skeleton active /></div>}><area.page values={values} /></Suspense></Catch>
  return <Shell at={area.nav}>{page}</Shell>
}
