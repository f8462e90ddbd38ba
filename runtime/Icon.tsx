const paths = {
  check: 'm3 8.500 3.200 3L13 4.500', close: 'm4 4 8 8M12 4l-8 8', pencil: 'm3 13 .6-2.600L11 3l2 2-7.400 7.400L3 13Z', flag: 'M4 14V2.500M4 3h8l-2 2.800 2 2.800H4',
  right: 'm6 4 4 4-4 4', left: 'M10 4 6 8l4 4', up: 'm4 10 4-4 4 4', down: 'm4 6 4 4 4-4', clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.500V8l2.300 1.500', alert: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.800v3.800M8 10.900v.1',
  cloud: 'M4.500 12.500a3 3 0 0 1-.3-6A4 4 0 0 1 12 7.200a2.700 2.700 0 0 1-.3 5.300z', cloudOff: 'M4.500 12.500a3 3 0 0 1-.3-6A4 4 0 0 1 12 7.200a2.700 2.700 0 0 1-.3 5.300zM2.500 2.500l11 11', warning: 'M8 2.500 14.200 13.200H1.800ZM8 6.500v3M8 11.300v.1',
  lock: 'M3.500 7h9v6.500h-9zM5.500 7V5a2.500 2.500 0 0 1 5 0v2', print: 'M4.500 6V2.500h7V6M4.500 11.500H2.500V6h11v5.500h-2M4.500 9.500h7v4h-7z', download: 'M8 2.500v8M4.800 7.500 8 10.700l3.200-3.200M3 13.500h10', list: 'M5.500 4h8M5.500 8h8M5.500 12h8M2.500 4v.1M2.500 8v.1M2.500 12v.1',
  file: 'M4 1.800h5L12.200 5v9.200H4zM9 1.800V5h3.200', paste: 'M4 3.500h8v10H4zM6.200 2.200h3.600v2.400H6.200z', plus: 'M8 3v10M3 8h10', copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3', trash: 'M3 4.500h10M6 4.500v-2h4v2M4.500 4.500l.6 9h5.800l.6-9', info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 7.200v4M8 4.800v.1',
  search: 'M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM10 10l3.500 3.500', moon: 'M13 9.600A5.500 5.500 0 0 1 6.400 3 5.500 5.500 0 1 0 13 9.600Z', dot: 'M8 7.500v1', ruler: 'M1.500 4.500h13v7h-13zM4.500 4.500v2.500M8 4.500v4M11.500 4.500v2.500', chat: 'M2.500 3h11v8h-6L4.500 13.500V11h-2z',
} as const

export type IconName = keyof typeof paths

/** A line icon; decoration only, the words beside it say what it means. */
export function Icon({ name, small, tone }: { name: IconName; small?: boolean; tone?: 'ok' | 'warn' | 'error' | 'quiet' }) {
  return <svg className={`ys-icon${small ? ' ys-icon-s' : ''}${tone ? ` ys-is-${tone}` : ''}`} viewBox="0 0 16 16" aria-hidden="true"><path d={paths[name]} /></svg>
}

/** Half done. */
export const HalfMark = () => <i className="ys-half" aria-hidden="true" />
