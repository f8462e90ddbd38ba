const meta = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content')

/** The nonce of this page, if the server gave one. */
export const nonce = meta && !meta.startsWith('__') ? meta : undefined

const createElement = document.createElement.bind(document) as (tag: string, options?: ElementCreationOptions) => HTMLElement
// oxlint-disable-next-line typescript/unbound-method -- called on the element below
const setAttribute = Element.prototype.setAttribute

/** A strict style-src lets in style elements that carry the nonce, and styles set through the object model; libraries here do neither by themselves. */
if (nonce) {
  Object.assign(document, {
    createElement(tag: string, options?: ElementCreationOptions) {
      const element = createElement(tag, options)
      if (tag.toLowerCase() === 'style') element.nonce = nonce
      return element
    },
  })
  Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
    if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value
    else setAttribute.call(this, name, value)
  }
}
