/** The visual editor of framework documents. */
export { Designer, type DesignerProps } from './Designer.tsx'
export type { Sample } from './live/impact.ts'
export type { SaveResult } from './useSave.ts'
