/** A refused or failed request, in the server's own words. `status` 0: the server was not reached. */
export class ApiError extends Error {
  status: number
  code: string
  details: unknown
  requestId: string | undefined

  constructor(status: number, code: string, message: string, details?: unknown, requestId?: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
    this.requestId = requestId
  }
}

let signInAgain: (() => Promise<void>) | undefined

/** What to do when the session has ended: resolve once the same person is signed in again, reject if not. */
export function onSessionEnded(handler: (() => Promise<void>) | undefined): void {
  signInAgain = handler
}

/** The version of the interface this page was built for; it goes along with every call. */
const version = import.meta.env.VITE_API_VERSION
let outdated: (() => void) | undefined

/** What to do when the server speaks another version than this page. */
export function onOutdated(handler: (() => void) | undefined): void {
  outdated = handler
}

const versionHeader = (): Record<string, string> => (version === undefined ? {} : { 'yardstick-api': version })

function heard(now: string | null, status: number): void {
  if (status === 426 || (now !== null && version !== undefined && now !== version)) outdated?.()
}

/** One call to /api/v1. A 401 waits for the person to sign in again and then repeats the call. */
export async function request<Answer>(method: string, path: string, body?: unknown, options: { signal?: AbortSignal; plain?: boolean } = {}): Promise<Answer> {
  const response = await reach(`/api/v1${path}`, {
    method, credentials: 'same-origin', signal: options.signal ?? null,
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang, ...versionHeader(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  heard(response.headers.get('yardstick-api'), response.status)
  if (response.status === 401 && !options.plain && signInAgain) {
    await signInAgain()
    return request(method, path, body, { ...options, plain: true })
  }
  const text = await response.text()
  const answer = parse(text)
  if (!response.ok) throw errorOf(response.status, answer)
  return answer as Answer
}

/** Sends a file with progress; fetch cannot report what was sent. */
export function send<Answer>(path: string, file: File, onProgress: (sent: number, total: number) => void, signal?: AbortSignal, again = true): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', `/api/v1${path}`)
    call.setRequestHeader('accept', 'application/json')
    call.setRequestHeader('accept-language', document.documentElement.lang)
    call.setRequestHeader('content-type', 'application/octet-stream')
    for (const [name, value] of Object.entries(versionHeader())) call.setRequestHeader(name, value)
    call.upload.onprogress = (event) => onProgress(event.loaded, event.lengthComputable ? event.total : file.size)
    call.onerror = () => reject(new ApiError(0, 'NETWORK', ''))
    call.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    call.onload = () => {
      heard(call.getResponseHeader('yardstick-api'), call.status)
      const answer = parse(call.responseText)
      if (call.status >= 200 && call.status < 300) resolve(answer as Answer)
      else if (call.status === 401 && again && signInAgain) signInAgain().then(() => send<Answer>(path, file, onProgress, signal, false)).then(resolve, reject)
      else reject(errorOf(call.status, answer))
    }
    signal?.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'NETWORK', '')
  }
}

function parse(text: string): unknown {
  if (!text) return undefined
  try { return JSON.parse(text) } catch { return undefined }
}

function errorOf(status: number, answer: unknown): ApiError {
  const { error } = (answer ?? {}) as { error?: { code?: string; message?: string; details?: unknown; requestId?: string } }
  return new ApiError(status, error?.code ?? `HTTP_${status}`, error?.message ?? '', error?.details, error?.requestId)
}
