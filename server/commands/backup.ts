import { resolve } from 'node:path'
import { backupFolder } from '../store/backup.ts'
import { StoreRefused } from '../store/folder.ts'
import { Misuse, type Command } from './command.ts'

export const backup: Command = {
  name: 'backup',
  usage: '<new folder> [data folder]',
  summary: 'copy the embedded store, also while a server runs, and check the copy; start on the copy to restore',
  async run({ words: [target, folder = process.env['DATA_DIR'] ?? 'data', ...more], flags }, out) {
    if (target === undefined || more.length) throw new Misuse('one new folder, and at most one data folder')
    if (process.env['MONGODB_URI']) throw new Misuse('with MongoDB use mongodump; evidence is in GridFS')
    try {
      const found = await backupFolder(resolve(folder), resolve(target))
      const whole = found.ok && found.damaged.length === 0
      if (flags['json']) out.line(JSON.stringify(found))
      else {
        for (const { kind, target: id, revision, reason } of found.broken) out.line(`broken (${reason}): ${kind} ${id} revision ${revision}`)
        for (const sha256 of found.damaged) out.line(`evidence missing or damaged: ${sha256}`)
        out.line(`${whole ? 'whole' : 'BROKEN'}: ${found.documents} documents, ${found.entries} entries, ${found.files} files of evidence (${found.bytes} bytes), head ${found.head}`)
      }
      return whole ? 0 : 1
    } catch (error) {
      if (error instanceof StoreRefused) throw new Misuse(error.message)
      throw error
    }
  },
}
