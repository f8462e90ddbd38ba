import { Button } from 'antd'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from './language.tsx'
import { StatePage } from './StatePage.tsx'
import { text } from './text.ts'

/** A page that throws says so instead of leaving a blank window. */
export class Catch extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() { return { failed: true } }
  override componentDidCatch(error: Error, info: ErrorInfo) { console.error(error, info.componentStack) }
  override render() { return this.state.failed ? <Broken /> : this.props.children }
}

function Broken() {
  const t = useText(text)
  return <StatePage title={t.broken} words={t.brokenWords}><Button type="primary" onClick={() => location.reload()}>{t.reload}</Button></StatePage>
}
