import { Button } from 'antd'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from './language.tsx'
import { StatePage } from './StatePage.tsx'
import { text } from './text.ts'

/** A page that throws says so instead of leaving a blank window. */
export class Catch extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }
  static getDerivedStateFromError(error: unknown) { return { error: error ?? new Error() } }
  override componentDidCatch(error: Error, info: ErrorInfo) { console.error(error, info.componentStack) }
  override render() { return this.state.error ? <Broken unreachable={isNotLoaded(this.state.error)} /> : this.props.children }
}

function Broken({ unreachable }: { unreachable: boolean }) {
  const t = useText(text)
  return <StatePage title={unreachable ? t.unreachable : t.broken} words={unreachable ? t.notLoadedWords : t.brokenWords}><Button type="primary" onClick={() => location.reload()}>{t.reload}</Button></StatePage>
}

/** The code of a page could not be fetched: Chromium, Firefox and Safari each say so in their own words. */
function isNotLoaded(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script failed/i.test(error.message)
}
