const meta = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content')

/** The nonce of this page, if the server gave one. */
export const nonce = meta && !meta.startsWith('__') ? meta : undefined

const create = document.createElement.bind(document) as (tag: string, options?: ElementCreationOptions) => HTMLElement

/** Style elements made by libraries carry the nonce, so a strict style-src lets them in. */
if (nonce) {
  Object.assign(document, {
    createElement(tag: string, options?: ElementCreationOptions) {
      const element = create(tag, options)
      if (tag.toLowerCase() === 'style') element.nonce = nonce
      return element
    },
  })
}
