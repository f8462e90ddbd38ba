/** The address of a published edition. It ends in a slash because an edition may contain a dot, and what ends like a file is looked for as one. */
export function editionPath(framework: string, edition: string): string {
  return `/frameworks/${encodeURIComponent(framework)}/${encodeURIComponent(edition)}/`
}
