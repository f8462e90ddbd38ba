import { cycle, framework, pageHost, previous, submission } from '../../../stories/samples/index.ts'

/** A foreign page: it gives the element its documents and answers its events. */
const form = document.querySelector('yardstick-form')
const host = pageHost(submission)
const seen: { changes: number; level: string | undefined; violations: string[] } = { changes: 0, level: undefined, violations: [] }
Object.assign(window, { seen, host })
document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(`${event.effectiveDirective} ${event.blockedURI}`))
form?.addEventListener('save', (event) => {
  const { changes, respond } = (event as CustomEvent<{ changes: Parameters<typeof host.onSave>[0]; respond: (answer: Promise<unknown>) => void }>).detail
  respond(host.onSave(changes))
})
form?.addEventListener('change', (event) => {
  seen.changes += 1
  seen.level = (event as CustomEvent<{ nodes: Record<string, { status: string; level?: string }> }>).detail.nodes['use']?.level
})
;(form as unknown as { assign(given: object): void }).assign({ framework, submission, cycle, previous })
