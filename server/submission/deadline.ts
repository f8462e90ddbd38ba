const shanghai = 8 * 60 * 60 * 1000

/** Whether the last day of filling is over in Shanghai: valid until 24:00 of that day. */
export function isPast(day: string | undefined, now: Date): boolean {
  return day !== undefined && new Date(now.getTime() + shanghai).toISOString().slice(0, 10) > day
}

/** The day in Shanghai, some days from now. */
export function dayIn(days: number, now: Date): string {
  return new Date(now.getTime() + shanghai + days * 86_400_000).toISOString().slice(0, 10)
}
