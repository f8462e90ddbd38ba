import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Framework } from '../../schemas/index.ts'

const blank = JSON.parse(readFileSync(new URL('../../schemas/blank/framework.json', import.meta.url), 'utf8')) as Framework

/** The framework one starts from who starts from nothing. */
export const blankFramework = (title: string, edition: string): Framework => ({ ...structuredClone(blank), id: `framework_${randomBytes(6).toString('hex')}`, edition, title })
