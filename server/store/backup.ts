import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { copyFile, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { usedEvidence } from '../evidence/sweep.ts'
import { openDatabase } from './database.ts'
import { blobPlace } from './files.ts'
import { StoreRefused } from './folder.ts'
import { openSqliteReader } from './sqlite.ts'
import { verify, type Verified } from './verify.ts'

export interface Backup extends Verified { files: number; bytes: number; damaged: string[] }

/**
 * Copies a data folder, also while a server uses it: one consistent state of the database, then every file of evidence it names, each held
 * against its SHA-256. Sessions stay behind. The copy is a data folder like any other; to restore is to start on it.
 */
export async function backupFolder(from: string, to: string): Promise<Backup> {
  if (!existsSync(join(from, 'yardstick.db'))) throw new StoreRefused('DATABASE_UNREADABLE', `${from} holds no database.`)
  if (existsSync(to) && readdirSync(to).length > 0) throw new StoreRefused('DATABASE_IN_USE', `${to} is not empty; choose a new folder.`)
  await mkdir(join(to, 'evidence'), { recursive: true })
  const source = await openDatabase(join(from, 'yardstick.db'), { readOnly: true })
  source.prepare('VACUUM INTO ?').run(join(to, 'yardstick.db'))
  source.close()
  const copy = await openDatabase(join(to, 'yardstick.db'))
  copy.exec('DELETE FROM sessions; DELETE FROM hits')
  const [found] = Object.values(copy.prepare('PRAGMA integrity_check(1)').get() as Record<string, unknown>)
  copy.close()
  if (found !== 'ok') throw new StoreRefused('DATABASE_CORRUPT', `${from} is damaged: ${String(found)}`)
  await copyFile(join(from, 'instance.json'), join(to, 'instance.json'))

  const reader = await openSqliteReader(to)
  try {
    const damaged: string[] = []
    let bytes = 0
    const used = await usedEvidence(reader)
    for (const sha256 of used) {
      const size = await copyBlob(join(from, 'evidence'), join(to, 'evidence'), sha256)
      if (size === undefined) damaged.push(sha256)
      else bytes += size
    }
    return { ...(await verify(reader)), files: used.size - damaged.length, bytes, damaged }
  } finally {
    await reader.close()
  }
}

/** The size of what was copied; undefined if it is missing or no longer what its name says. */
async function copyBlob(from: string, to: string, sha256: string): Promise<number | undefined> {
  const place = blobPlace(from, sha256)
  if (!existsSync(place)) return undefined
  await mkdir(join(to, sha256.slice(0, 2)), { recursive: true })
  await copyFile(place, blobPlace(to, sha256))
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(blobPlace(to, sha256)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  const file = await open(blobPlace(to, sha256), 'r+')
  await file.sync()
  await file.close()
  return hash.digest('hex') === sha256 ? size : undefined
}
