import type { Evidence } from '../../schemas/index.ts'
import { Refusal } from '../errors.ts'
import { officeKind } from './archive.ts'
import { pixelsOfJpeg, pixelsOfPng } from './pixels.ts'

export type FileType = Evidence['type']
const types: Record<string, FileType> = { pdf: 'pdf', docx: 'docx', xlsx: 'xlsx', jpg: 'jpg', jpeg: 'jpg', png: 'png' }
export const mediaTypes: Record<FileType, string> = {
  pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const mostPixels = 100_000_000

/** What the file name promises, if it is a kind we take. */
export function typeOfName(name: string): FileType | undefined {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(types, extension) ? types[extension] : undefined
}

/** Decides by content alone; `head` and `tail` are the first and last bytes, the tail ends where the file ends. */
export function detect(head: Buffer, tail: Buffer, size: number): FileType | undefined {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return within(pixelsOfPng(head), 'png')
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return within(pixelsOfJpeg(head), 'jpg')
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return officeKind(tail, size)
  return undefined
}

function within(pixels: number | undefined, type: FileType): FileType | undefined {
  if (pixels === undefined || pixels === 0) return undefined
  if (pixels > mostPixels) throw new Refusal('IMAGE_TOO_LARGE', { pixels })
  return type
}
