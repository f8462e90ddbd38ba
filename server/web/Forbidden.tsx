import { Button } from 'antd'
import { useText } from './language.tsx'
import { useSession } from './session.tsx'
import { StatePage } from './StatePage.tsx'
import { text } from './text.ts'

/** A page this account may not see: as whom one is signed in, and the way on. */
export function Forbidden() {
  const t = useText(text)
  const { me, signOut } = useSession()
  return <StatePage title={t.forbidden} words={t.forbiddenWords(me.title, me.unit?.title ?? t.roles[me.role])} home><Button onClick={signOut}>{t.otherAccount}</Button></StatePage>
}
