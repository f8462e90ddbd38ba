/** Stands in for the markdown component where none is wanted: text as it is. */
export const Markdown = ({ children }: { children?: unknown }): unknown => children ?? null
