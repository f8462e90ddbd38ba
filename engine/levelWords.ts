import type { Level } from '../schemas/index.ts'

/** `B 良`, or only the word where the level has no letter of its own. */
export const levelWords = ({ mark, label }: Level): string => (mark && mark !== label ? `${mark} ${label}` : label)

/** The letter a level goes by; the word where it has none, since a sign alone says too little. */
export const levelSign = ({ mark, label }: Level): string => (mark && /^[\p{L}\p{N}]/u.test(mark) ? mark : label)
