/** What a browser has and jsdom lacks, as far as the designer asks for it. */
class Observer { observe(): void { /* sizes do not change here */ } unobserve(): void { /* nothing */ } disconnect(): void { /* nothing */ } }
Object.assign(globalThis, { ResizeObserver: Observer, IntersectionObserver: Observer })
window.matchMedia = (query) => ({ matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined, dispatchEvent: () => false })
// A border that is not drawn is 0 wide in a browser and `medium` in jsdom; text areas that grow with their text add it up.
const computed = window.getComputedStyle.bind(window)
window.getComputedStyle = (...of) => {
  const style = computed(...of)
  const value = style.getPropertyValue.bind(style)
  style.getPropertyValue = (name) => value(name).replace('medium', '0px')
  return style
}
Element.prototype.scrollIntoView = () => undefined

export {}
