import { ApiError } from './request.ts'
import { en } from './strings.en.ts'
import { zh, type Strings } from './strings.zh.ts'

export const text = { zh, en }

/** An error as a person reads it: our words for its code, else the server's, else a plain sentence; with the reference to quote. */
export function wordsOfError(error: unknown, t: Strings): string {
  if (!(error instanceof ApiError)) return error instanceof Error && error.message ? error.message : t.unknownError
  const words = t.errors[error.code] ?? (error.message || t.unknownError)
  return error.status >= 500 && error.requestId ? `${words} ${t.requestId(error.requestId)}` : words
}
