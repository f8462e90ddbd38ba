/** The document types, generated from the JSON Schemas in this folder. */
export type * from './types.ts'
