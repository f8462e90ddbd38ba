/** Hands a document to the browser as a file. */
export function saveJson(name: string, document_: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(document_, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
