import { lazy, type ComponentType } from 'react'
import type { Role } from './api.ts'
import type { Strings } from './strings.zh.ts'

export interface PageProps { values: Record<string, string> }
type Nav = Extract<keyof Strings, 'home' | 'frameworks' | 'cycles' | 'overview' | 'review' | 'my' | 'result' | 'system'>
interface Area {
  pattern: string
  nav: Nav
  roles: Role[]
  page: ComponentType<PageProps>
  /** The value that only moves within the page: changing it keeps what the page holds. */
  within?: string
}

const city: Role[] = ['city-admin', 'city-editor', 'viewer']
const office: Role[] = [...city, 'expert']
const district: Role[] = ['district-filler', 'district-submitter']

/** Every address of the site, who may go there, and the page it shows. Pages load when first opened. */
export const areas: Area[] = [
  { pattern: '/home', nav: 'home', roles: office, page: lazy(() => import('./home/Home.tsx').then(({ Home }) => ({ default: Home }))) },
  { pattern: '/frameworks', nav: 'frameworks', roles: city, page: lazy(() => import('./frameworks/Frameworks.tsx').then(({ Frameworks }) => ({ default: Frameworks }))) },
  { pattern: '/frameworks/:id/:edition', nav: 'frameworks', roles: office, page: lazy(() => import('./frameworks/EditionPage.tsx').then(({ EditionPage }) => ({ default: EditionPage }))) },
  { pattern: '/drafts/:draft', nav: 'frameworks', roles: ['city-admin', 'city-editor'], page: lazy(() => import('./frameworks/DraftPage.tsx').then(({ DraftPage }) => ({ default: DraftPage }))) },
  { pattern: '/cycles', nav: 'cycles', roles: city, page: lazy(() => import('./cycles/Cycles.tsx').then(({ Cycles }) => ({ default: Cycles }))) },
  { pattern: '/cycles/new', nav: 'cycles', roles: ['city-admin', 'city-editor'], page: lazy(() => import('./cycles/NewCycle.tsx').then(({ NewCycle }) => ({ default: NewCycle }))) },
  { pattern: '/cycles/:cycle', nav: 'cycles', roles: city, page: lazy(() => import('./cycles/CyclePage.tsx').then(({ CyclePage }) => ({ default: CyclePage }))) },
  { pattern: '/overview/:cycle?', nav: 'overview', roles: office, page: lazy(() => import('./overview/Overview.tsx').then(({ Overview }) => ({ default: Overview }))) },
  { pattern: '/review', nav: 'review', roles: office, page: lazy(() => import('./review/ReviewList.tsx').then(({ ReviewList }) => ({ default: ReviewList }))) },
  { pattern: '/review/:submission/:point?', nav: 'review', roles: office, page: lazy(() => import('./review/Review.tsx').then(({ Review }) => ({ default: Review }))), within: 'point' },
  { pattern: '/my/:submission?', nav: 'my', roles: district, page: lazy(() => import('./mine/MyForm.tsx').then(({ MyForm }) => ({ default: MyForm }))) },
  { pattern: '/result/:submission?', nav: 'result', roles: district, page: lazy(() => import('./mine/MyResult.tsx').then(({ MyResult }) => ({ default: MyResult }))) },
  { pattern: '/system/:part?', nav: 'system', roles: ['city-admin'], page: lazy(() => import('./system/System.tsx').then(({ System }) => ({ default: System }))) },
]

/** The places in the top bar for a role, in order, each once. */
export function placesFor(role: Role): { nav: Nav; to: string }[] {
  const mine = areas.filter((area) => area.roles.includes(role) && /^\/\w+(\/:\w+\?)?$/.test(area.pattern))
  return [...new Set(mine.map(({ nav }) => nav))].map((nav) => ({ nav, to: `/${mine.find((area) => area.nav === nav)?.pattern.split('/')[1] ?? ''}` }))
}
