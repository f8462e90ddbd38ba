declare module '*.css' {}
declare module '*.css?inline' {
  export const text: string
  const css: string
  export default css
}
