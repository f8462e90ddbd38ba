import { ApiError } from './request.ts'
import { en } from './strings.en.ts'
import { zh, type Strings } from './strings.zh.ts'

export const text = { zh, en }

/** An error as a person reads it: the server's words in the language of the page; with the reference to quote where the server is at fault. */
export function wordsOfError(error: unknown, t: Strings): string {
  if (!(error instanceof ApiError)) return error instanceof Error && error.message ? error.message : t.unknownError
  const words = error.status === 0 ? t.noServer : error.message || t.unknownError
  return error.status >= 500 && error.requestId ? `${words} ${t.requestId(error.requestId)}` : words
}
