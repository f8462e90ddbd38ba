import type { Framework, Submission } from '../schemas/index.ts'
import { mount, type Mounted } from './mount.ts'
import css from './theme/index.css?inline'
import type { AnswerChange, SaveResult, SubmissionFormProps } from './types.ts'

export { mount } from './mount.ts'

interface Loaded {
  framework: Framework
  submission: Submission
  cycle?: SubmissionFormProps['cycle']
  previous?: SubmissionFormProps['previous']
}

type Given = Partial<Omit<SubmissionFormProps, 'onChange'>>

/**
 * `<yardstick-form>`: the form in a shadow root, styled by an adopted sheet, so the page's own CSS stays outside and a strict content
 * security policy holds. Give it properties (`framework`, `submission`, …) or `src`, the address of `{framework, submission, cycle?, previous?}`.
 * Events: `change` (detail: outcome), `save` (detail: {changes, respond(promise)}), `submit` (detail: {note, respond(promise)}).
 */
export class YardstickForm extends HTMLElement {
  static readonly observedAttributes = ['src', 'locale', 'read-only', 'queue', 'theme']
  #given: Given = {}
  #mounted: Mounted | undefined
  #place: HTMLElement | undefined

  get framework(): Framework | undefined { return this.#given.framework }
  set framework(framework: Framework | undefined) { this.assign(framework ? { framework } : {}) }
  get submission(): Submission | undefined { return this.#given.submission }
  set submission(submission: Submission | undefined) { this.assign(submission ? { submission } : {}) }

  /** Sets several properties at once. */
  assign(given: Given): void {
    this.#given = { ...this.#given, ...given }
    this.#render()
  }

  connectedCallback(): void {
    if (!this.#place) {
      const root = this.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`:host{all:initial;display:block;clear:both;height:100%}${css}`)
      root.adoptedStyleSheets = [sheet]
      this.#place = document.createElement('div')
      this.#place.className = 'ys-mount'
      root.append(this.#place)
    }
    this.#render()
  }

  disconnectedCallback(): void {
    this.#mounted?.unmount()
    this.#mounted = undefined
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'src' && value) void this.#load(value)
    else this.#render()
  }

  async #load(src: string): Promise<void> {
    const response = await fetch(src, { headers: { accept: 'application/json' }, credentials: 'same-origin' })
    if (!response.ok) throw new Error(`${src}: ${response.status}`)
    this.assign((await response.json()) as Loaded)
  }

  /** Asks the page through an event; what the page answers with `respond` is the answer. */
  #ask<T>(name: string, detail: object): Promise<T> {
    return new Promise((resolve, reject) => {
      let answered = false
      const respond = (answer: Promise<T>): void => {
        answered = true
        answer.then(resolve, reject)
      }
      this.dispatchEvent(new CustomEvent(name, { detail: { ...detail, respond }, bubbles: true, composed: true }))
      if (!answered) reject(new Error(`nobody answered ${name}`))
    })
  }

  #render(): void {
    const { framework, submission } = this.#given
    if (!this.#place || !this.isConnected || !framework || !submission) return
    const props: SubmissionFormProps = {
      onSave: this.hasAttribute('save') ? (changes: AnswerChange[]) => this.#ask<SaveResult>('save', { changes }) : undefined,
      onSubmit: this.hasAttribute('submit') ? (note?: string) => this.#ask('submit', { note }) : undefined,
      ...this.#given, framework, submission,
      locale: this.getAttribute('locale')?.startsWith('en') ? 'en' : (this.#given.locale ?? 'zh'),
      readOnly: this.hasAttribute('read-only') || this.#given.readOnly === true,
      ...(this.getAttribute('queue') ? { queue: this.getAttribute('queue') ?? '' } : {}),
      theme: (this.getAttribute('theme') as SubmissionFormProps['theme']) ?? this.#given.theme ?? 'auto',
      onChange: (outcome) => this.dispatchEvent(new CustomEvent('change', { detail: outcome, bubbles: true, composed: true })),
    } as SubmissionFormProps
    if (this.#mounted) this.#mounted.update(props)
    else this.#mounted = mount(this.#place, props)
  }
}

if (!customElements.get('yardstick-form')) customElements.define('yardstick-form', YardstickForm)
