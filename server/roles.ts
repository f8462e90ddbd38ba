import type { Scope } from './store/port.ts'

export const roles = ['city-admin', 'city-editor', 'expert', 'district-filler', 'district-submitter', 'viewer'] as const
export type Role = (typeof roles)[number]

export const admins: readonly Role[] = ['city-admin']
export const editors: readonly Role[] = ['city-admin', 'city-editor']
export const judges: readonly Role[] = ['city-admin', 'city-editor', 'expert']
export const office: readonly Role[] = ['city-admin', 'city-editor', 'expert', 'viewer']
export const district: readonly Role[] = ['district-filler', 'district-submitter']
export const everyone: readonly Role[] = roles

/** The account as kept; `name` is its id. */
export interface User { name: string; title: string; role: Role; unit?: string; unitTitle?: string; password: string; disabled: boolean; demo: boolean; createdAt: string }

export const isDistrict = (role: Role): boolean => district.includes(role)

/** What this account may see at all; goes into every query of the store. */
export function scopeOf(user: Pick<User, 'role' | 'unit'>): Scope {
  return isDistrict(user.role) ? { unit: user.unit ?? '' } : 'all'
}
