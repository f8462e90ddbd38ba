import { mount, type Mounted } from './mount.ts'
import { fill, textOf } from './text.ts'
import css from './theme/index.css?inline'
import type { AnswerChange, Locale, SaveResult, SubmissionFormProps } from './types.ts'

export { mount } from './mount.ts'

type Given = { [Name in keyof SubmissionFormProps]?: SubmissionFormProps[Name] | undefined }

/** Every property of the form is one of the element. */
const names: Record<keyof SubmissionFormProps, true> = {
  framework: true, submission: true, cycle: true, previous: true, locale: true, readOnly: true, onSave: true, onSubmit: true, onRefresh: true, onChange: true, onSignIn: true, onExport: true,
  onUpload: true, onCite: true, onRemoveEvidence: true, onDownload: true, queue: true, theme: true, submitsElsewhere: true, submitter: true,
}

// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the accessors are defined below, one for each name
export interface YardstickForm extends Given {}

/**
 * `<yardstick-form>`: the form in a shadow root, styled by an adopted sheet, so the page's own CSS stays outside and a strict content
 * security policy holds. Give it the properties of the form (`framework`, `submission`, `onSave`, …) or `src`, the address of `{framework, submission, cycle?, previous?}`.
 * Events: `change` (detail: outcome), `save` (detail: {changes, respond(promise)}), `submit` (detail: {note, revision, respond(promise)}), `error` (detail: why `src` could not be loaded).
 */
export class YardstickForm extends HTMLElement {
  static readonly observedAttributes = ['src', 'locale', 'read-only', 'queue', 'theme']
  #given: Given = {}
  #mounted: Mounted | undefined
  #place: HTMLElement | undefined
  #loading: AbortController | undefined
  #failed: string | undefined

  static {
    for (const name of Object.keys(names) as (keyof Given)[]) {
      Object.defineProperty(this.prototype, name, {
        configurable: true, enumerable: true,
        get(this: YardstickForm) { return this.#given[name] },
        set(this: YardstickForm, value: unknown) { this.assign({ [name]: value }) },
      })
    }
  }

  constructor() {
    super()
    // What the page set before this script ran stands on the element itself and would hide the accessors.
    for (const name of Object.keys(names)) {
      if (!Object.hasOwn(this, name)) continue
      Object.assign(this.#given, { [name]: Reflect.get(this, name) })
      Reflect.deleteProperty(this, name)
    }
  }

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
    this.#unmount()
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === 'src') void this.#load(value)
    else this.#render()
  }

  /** Only the address asked for last counts. */
  async #load(src: string | null): Promise<void> {
    this.#loading?.abort()
    if (!src) return
    const { signal } = (this.#loading = new AbortController())
    try {
      const response = await fetch(src, { headers: { accept: 'application/json' }, credentials: 'same-origin', signal })
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      const { framework, submission, cycle, previous } = (await response.json()) as Given
      if (signal.aborted) return
      if (!framework || !submission) throw new Error('framework, submission')
      this.#failed = undefined
      this.assign({ framework, submission, cycle, previous })
    } catch (error) {
      if (signal.aborted) return
      this.#failed = error instanceof Error ? error.message : String(error)
      this.#render()
      this.dispatchEvent(new CustomEvent('error', { detail: error }))
    }
  }

  #unmount(): void {
    this.#mounted?.unmount()
    this.#mounted = undefined
  }

  /** The form could not be loaded: said where it would stand. */
  #say(place: HTMLElement, why: string, locale: Locale): void {
    this.#unmount()
    const root = document.createElement('div')
    root.className = 'ys'
    root.lang = locale === 'en' ? 'en' : 'zh-CN'
    const note = document.createElement('p')
    note.className = 'ys-note ys-note-error'
    note.setAttribute('role', 'alert')
    note.textContent = fill(textOf(locale).loadFailed, { why })
    root.append(note)
    place.replaceChildren(root)
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
    if (!this.#place || !this.isConnected) return
    const given = this.#given
    const { framework, submission } = given
    const locale = this.getAttribute('locale')?.startsWith('en') ? 'en' : (given.locale ?? 'zh')
    if (this.#failed !== undefined) return this.#say(this.#place, this.#failed, locale)
    if (!framework || !submission) return
    const props = {
      ...given, framework, submission, locale,
      onSave: given.onSave ?? (this.hasAttribute('save') ? (changes: AnswerChange[]) => this.#ask<SaveResult>('save', { changes }) : undefined),
      onSubmit: given.onSubmit ?? (this.hasAttribute('submit') ? (note: string | undefined, revision: number) => this.#ask('submit', { note, revision }) : undefined),
      readOnly: this.hasAttribute('read-only') || given.readOnly === true,
      queue: this.getAttribute('queue') || given.queue,
      theme: this.getAttribute('theme') ?? given.theme ?? 'auto',
      onChange: (outcome) => {
        given.onChange?.(outcome)
        this.dispatchEvent(new CustomEvent('change', { detail: outcome, bubbles: true, composed: true }))
      },
    } as SubmissionFormProps
    if (this.#mounted) this.#mounted.update(props)
    else {
      this.#place.replaceChildren()
      this.#mounted = mount(this.#place, props)
    }
  }
}

if (!customElements.get('yardstick-form')) customElements.define('yardstick-form', YardstickForm)
