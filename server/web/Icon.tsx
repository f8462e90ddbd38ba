const paths = {
  down: 'm4 6 4 4 4-4', right: 'm6 4 4 4-4 4', up: 'm4 10 4-4 4 4', left: 'M10 4 6 8l4 4', close: 'm4 4 8 8M12 4l-8 8', check: 'm3 8.5 3.2 3L13 4.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8Z M8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.600Z', back: 'M6.5 4 2.5 8l4 4M3 8h10.5',
  pen: 'm3 13 .8-3L11 2.8 13.2 5 6 12.200Z', alert: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 4.800v3.800M8 10.900v.1', warn: 'M8 2.2 14.5 13.5h-13ZM8 6.5v3.200M8 11.700v.1',
  flag: 'M4 14V2.5M4 3h8l-2 2.8 2 2.800H4', file: 'M4 1.800h5L12.2 5v9.200H4zM9 1.800V5h3.2', download: 'M8 2.5v8M4.8 7.5 8 10.700l3.2-3.200M3 13.5h10', sort: 'M5 3v10M2.8 10.8 5 13l2.2-2.200M11 13V3M8.8 5.2 11 3l2.2 2.2',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 4.5V8l2.5 1.5', ring: 'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z', plus: 'M8 3v10M3 8h10', lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5', dot: 'M8 6.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3Z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3', user: 'M8 2.5a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.600ZM3 13.5c.6-2.6 2.5-3.8 5-3.800s4.4 1.2 5 3.8',
} as const

export type IconName = keyof typeof paths

/** A 16-pixel line icon; decorative unless given a title. */
export function Icon({ name, className = '', title }: { name: IconName; className?: string; title?: string }) {
  return <svg className={`icon ${className}`} viewBox="0 0 16 16" {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}><path d={paths[name]} /></svg>
}

/** The mark of the product. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <path d="M2.5 5.5h15v9h-15z" /><path d="M6 5.5V9M10 5.5v5M14 5.5V9" />
    </svg>
  )
}
