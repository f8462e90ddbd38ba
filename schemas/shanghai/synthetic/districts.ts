import type { Submission } from '../../types.ts'

/** What is invented about a unit: its size beside the typical case, how well things go, growth of spending in %, and how far its 2025 form has come. */
export interface District { size: number; quality: number; growth: number; stage: 'none' | 'some' | 'most' | Exclude<Submission['state'], 'draft'> }

/** Sixteen units that do not exist; every figure is invented. */
export const districts: Readonly<Record<string, District>> = {
  qu01: { size: 0.6, quality: 0.95, growth: 5.8, stage: 'accepted' },
  qu02: { size: 1.1, quality: 0.97, growth: 6.2, stage: 'accepted' },
  qu03: { size: 0.6, quality: 0.9, growth: 5.2, stage: 'submitted' },
  qu04: { size: 0.8, quality: 0.93, growth: 4.1, stage: 'accepted' },
  qu05: { size: 0.9, quality: 0.75, growth: 3.4, stage: 'submitted' },
  qu06: { size: 0.6, quality: 0.7, growth: 2.6, stage: 'returned' },
  qu07: { size: 0.9, quality: 0.88, growth: 4.4, stage: 'submitted' },
  qu08: { size: 2, quality: 0.85, growth: 5.4, stage: 'submitted' },
  qu09: { size: 1.6, quality: 0.62, growth: 1.2, stage: 'returned' },
  qu10: { size: 1.4, quality: 0.8, growth: 3.8, stage: 'submitted' },
  qu11: { size: 3, quality: 0.86, growth: 5.1, stage: 'most' },
  qu12: { size: 0.7, quality: 0.6, growth: -0.6, stage: 'submitted' },
  qu13: { size: 1.5, quality: 0.72, growth: 3.2, stage: 'most' },
  qu14: { size: 1, quality: 0.66, growth: 2.2, stage: 'some' },
  qu15: { size: 1, quality: 0.64, growth: 1.6, stage: 'some' },
  qu16: { size: 0.45, quality: 0.55, growth: 0.4, stage: 'none' },
}
