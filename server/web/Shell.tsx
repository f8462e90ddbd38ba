import { Alert, Button, Dropdown } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { placesFor } from './areas.tsx'
import { Mark } from './Icon.tsx'
import { useLanguage, useText } from './language.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { onOutdated } from './request.ts'
import { Link, useRouter } from './router.tsx'
import { useSession } from './session.tsx'
import { Synthetic } from './synthetic.ts'
import { text } from './text.ts'

/** The bar at the top: places this role may go to, the badge of sample data, the person. */
export function Shell({ at, children }: { at?: string; children: ReactNode }) {
  const t = useText(text)
  const { me, signOut } = useSession()
  const { leaving } = useRouter()
  const { locale, choose } = useLanguage()
  const [synthetic, setSynthetic] = useState(false)
  const [changing, setChanging] = useState(false)
  const [outdated, setOutdated] = useState(false)
  useEffect(() => {
    onOutdated(() => setOutdated(true))
    return () => onOutdated(undefined)
  }, [])
  const items = [
    { key: 'language', label: t.otherLanguage, onClick: () => choose(locale === 'zh' ? 'en' : 'zh') },
    { key: 'password', label: t.changePassword, onClick: () => setChanging(true) },
    { key: 'out', label: t.signOut, onClick: () => leaving('/', signOut) },
  ]
  return (
    <>
      <a className="skip" href="#main">{t.skip}</a>
      <header className="top no-print">
        <Link className="brand" to="/" aria-label={t.product}><Mark /><span className="brand-name">{t.product}</span></Link>
        <nav className="nav" aria-label={t.mainNav}>
          {placesFor(me.role).map(({ nav, to }) => <Link key={nav} to={to} {...(nav === at ? { 'aria-current': 'page' as const } : {})}>{t[nav]}</Link>)}
        </nav>
        <span className="grow" />
        {synthetic || me.demo ? <span className="tag tag-synthetic">{t.synthetic}</span> : null}
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <button type="button" className="plain who" aria-haspopup="menu" aria-label={me.title}>
            <span className="avatar" aria-hidden="true">{Array.from(me.title)[0]}</span>
            <span className="who-more">{me.title}</span><span className="third who-more">{me.unit?.title ?? t.roles[me.role]}</span>
          </button>
        </Dropdown>
      </header>
      {outdated ? <Alert banner type="warning" title={t.outdated} action={<Button size="small" onClick={() => location.reload()}>{t.reload}</Button>} /> : null}
      {changing ? <PasswordForm name={me.name} onClose={() => setChanging(false)} /> : null}
      <Synthetic.Provider value={setSynthetic}>{children}</Synthetic.Provider>
    </>
  )
}
