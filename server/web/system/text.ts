import { en } from './strings.en.ts'
import { zh } from './strings.zh.ts'

export const text = { zh, en }
