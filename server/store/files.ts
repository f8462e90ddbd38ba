import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Blobs } from './port.ts'

/** Evidence as content-addressed files: written beside, synced, renamed. A crash leaves a whole file or none under its name. */
export async function blobFiles(folder: string): Promise<Blobs> {
  const temporary = join(folder, 'incoming')
  await rm(temporary, { recursive: true, force: true })
  await mkdir(temporary, { recursive: true })
  await syncFolder(dirname(folder))
  const ready = new Map<string, Promise<void>>()
  /** The folder of a hash, itself durable before anything in it is acknowledged. */
  const prepare = (part: string): Promise<void> => {
    const made = ready.get(part) ?? mkdir(part, { recursive: true }).then(() => syncFolder(folder))
    ready.set(part, made)
    return made.catch((error: unknown) => { ready.delete(part); throw error })
  }

  return {
    async put(source: Readable) {
      const path = join(temporary, randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      const file = await open(path, 'wx')
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          hash.update(chunk)
          bytes += chunk.length
          for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten
        }
        await file.sync()
        await file.close()
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(path, { force: true })
        throw error
      }
      const sha256 = hash.digest('hex')
      const place = blobPlace(folder, sha256)
      await prepare(dirname(place))
      await rename(path, place)
      await syncFolder(dirname(place))
      return { sha256, bytes }
    },
    async open(sha256) {
      const place = blobPlace(folder, sha256)
      return (await stat(place).catch(() => undefined)) ? createReadStream(place) : undefined
    },
    async sweep(used, before) {
      let removed = 0
      for (const part of await readdir(folder)) {
        if (part.length !== 2) continue
        for (const name of await readdir(join(folder, part))) {
          const place = join(folder, part, name)
          if (used.has(name) || (await stat(place)).mtimeMs >= before) continue
          await rm(place, { force: true })
          removed++
        }
      }
      return removed
    },
  }
}

/** Where the bytes of this hash lie. */
export const blobPlace = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
