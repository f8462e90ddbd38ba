/** Width × height from the header; the picture itself is never decoded. */
export function pixelsOfPng(head: Buffer): number | undefined {
  if (head.length < 33 || head.subarray(12, 16).toString('latin1') !== 'IHDR') return undefined
  return head.readUInt32BE(16) * head.readUInt32BE(20)
}

export function pixelsOfJpeg(head: Buffer): number | undefined {
  let at = 2
  while (at + 9 < head.length) {
    if (head[at] !== 0xff) return undefined
    const marker = head[at + 1] ?? 0
    if (marker === 0xff) at++
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7)
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + head.readUInt16BE(at + 2)
  }
  return undefined
}
