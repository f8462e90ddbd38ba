import { createHash, randomUUID } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import mongoose, { type Connection } from 'mongoose'
import type { BlobDocument, Models } from './models.ts'
import type { Blobs } from './port.ts'

/** Evidence in GridFS. The bytes go in first; the record under their SHA-256 makes them exist, the second of two equal uploads is dropped and makes the first young again. */
export function gridBlobs(connection: Connection, models: Models): Blobs {
  if (!connection.db) throw new Error('not connected')
  const bucket = new mongoose.mongo.GridFSBucket(connection.db, { bucketName: 'evidence' })
  return {
    async put(source: Readable) {
      const hash = createHash('sha256')
      let bytes = 0
      const count = new Transform({
        transform(chunk: Buffer, _, done) {
          hash.update(chunk)
          bytes += chunk.length
          done(null, chunk)
        },
      })
      const upload = bucket.openUploadStream(randomUUID())
      try {
        await pipeline(source, count, upload)
      } catch (error) {
        await upload.abort().catch(() => undefined)
        throw error
      }
      const sha256 = hash.digest('hex')
      if (!(await isNew(models, { _id: sha256, file: upload.id, bytes }))) await bucket.delete(upload.id)
      return { sha256, bytes }
    },
    async open(sha256) {
      const found = await models.blobs.findById(sha256).lean()
      return found ? bucket.openDownloadStream(found.file) : undefined
    },
    async sweep(used, before) {
      let removed = 0
      for (const blob of await models.blobs.find({ at: { $lt: new Date(before) } }).lean()) {
        if (used.has(blob._id)) continue
        const { deletedCount } = await models.blobs.deleteOne({ _id: blob._id, at: { $lt: new Date(before) } })
        if (deletedCount === 0) continue
        await bucket.delete(blob.file)
        removed++
      }
      return removed
    },
  }
}

/** Records an upload; false if the bytes were there already, which from now on count as just uploaded, so that no sweep under way takes them. */
async function isNew({ blobs }: Models, upload: Omit<BlobDocument, 'at'>): Promise<boolean> {
  for (;;) {
    try {
      await blobs.create({ ...upload, at: new Date() })
      return true
    } catch (error) {
      if ((error as { code?: number }).code !== 11_000) throw error
    }
    if ((await blobs.updateOne({ _id: upload._id }, { $set: { at: new Date() } })).matchedCount === 1) return false
  }
}
