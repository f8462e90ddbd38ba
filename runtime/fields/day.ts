import { civilTime } from '../../engine/index.ts'

/** `11-24`. */
export const dayOf = (at: string | undefined): string => (at === undefined ? '' : civilTime(new Date(at)).slice(5, 10))

/** `14:02`. */
export const clockOf = (at: Date): string => civilTime(at).slice(11, 16)
