import type { Element, Items, Rule } from '../../schemas/index.ts'

export interface NumberType { kind: 'number'; unit?: string; decimals?: number; min?: number; max?: number; integer?: boolean }
export interface TextType { kind: 'text'; options?: readonly string[] }
export interface BooleanType { kind: 'boolean' }
/** A day, written YYYY-MM-DD. */
export interface DateType { kind: 'date' }
export interface ListType { kind: 'list'; of: Type }
export interface TableType { kind: 'table'; columns: readonly Column[] }
/** One row of a table, as seen inside map, filter and their kin. */
export interface RowType { kind: 'row'; columns: readonly Column[] }
/** Nothing is known: the literal null, or the items of an empty list. */
export interface NothingType { kind: 'nothing' }

/** What a value is. Elements, parameters and rules are all described by this. */
export type Type = NumberType | TextType | BooleanType | DateType | ListType | TableType | RowType | NothingType

export interface Column { id: string; title: string; type: Type; calculation?: Rule; source?: Element }

/** Numbers outside ±10¹³ are refused where they are entered unless the element declares its own limits. */
export const numberLimit = 1e13

/** The type of the values an element holds. */
export function typeOf(element: Element): Type {
  switch (element.type) {
    case 'number':
    case 'integer': return numberType(element)
    case 'boolean': return { kind: 'boolean' }
    case 'string': return textType(element)
    case 'array': return arrayType(element.items)
  }
}

function numberType(element: Element): NumberType {
  const integer = element.type === 'integer' || element['x-decimals'] === 0
  return {
    kind: 'number',
    ...(element['x-unit'] === undefined ? {} : { unit: element['x-unit'] }),
    ...(element['x-decimals'] === undefined ? {} : { decimals: element['x-decimals'] }),
    ...(element.minimum === undefined ? {} : { min: element.minimum }),
    ...(element.maximum === undefined ? {} : { max: element.maximum }),
    ...(integer ? { integer } : {}),
  }
}

function textType(element: Element): Type {
  if (element.format === 'date') return { kind: 'date' }
  return element.oneOf ? { kind: 'text', options: element.oneOf.map((option) => option.const) } : { kind: 'text' }
}

function arrayType(items: Items | undefined): Type {
  if (items?.type === 'object') {
    const columns = Object.entries(items.properties ?? {}).map(([id, element]): Column => {
      const rule = element['x-calculation']
      return { id, title: element.title, type: typeOf(element), source: element, ...(rule === undefined ? {} : { calculation: rule }) }
    })
    return { kind: 'table', columns }
  }
  return { kind: 'list', of: items?.oneOf ? { kind: 'text', options: items.oneOf.map((option) => option.const) } : { kind: 'text' } }
}

/** The type both values have, or undefined where they have nothing in common. */
export function joined(a: Type, b: Type): Type | undefined {
  if (a.kind === 'nothing') return b
  if (b.kind === 'nothing') return a
  if (a.kind === 'number' && b.kind === 'number') return joinedNumber(a, b)
  if (a.kind === 'text' && b.kind === 'text') return a.options && b.options ? { kind: 'text', options: [...new Set([...a.options, ...b.options])] } : { kind: 'text' }
  if (a.kind === 'list' && b.kind === 'list') {
    const of = joined(a.of, b.of)
    return of && { kind: 'list', of }
  }
  if (a.kind === 'table' && b.kind === 'list' && b.of.kind === 'nothing') return a
  if (b.kind === 'table' && a.kind === 'list' && a.of.kind === 'nothing') return b
  if ((a.kind === 'date' && b.kind === 'text') || (a.kind === 'text' && b.kind === 'date')) return { kind: 'text' }
  if (a.kind !== b.kind) return undefined
  if ((a.kind === 'row' || a.kind === 'table') && (b.kind === 'row' || b.kind === 'table')) return a.columns === b.columns ? a : undefined
  return a
}

function joinedNumber(a: NumberType, b: NumberType): NumberType {
  return {
    kind: 'number',
    ...(a.unit !== undefined && a.unit === b.unit ? { unit: a.unit } : {}),
    ...(a.min !== undefined && b.min !== undefined ? { min: Math.min(a.min, b.min) } : {}),
    ...(a.max !== undefined && b.max !== undefined ? { max: Math.max(a.max, b.max) } : {}),
    ...(a.integer && b.integer ? { integer: true } : {}),
  }
}

/** What a list yields item by item: the rows of a table, the items of a list. */
export const itemOf = (type: Type): Type | undefined =>
  type.kind === 'table' ? { kind: 'row', columns: type.columns } : type.kind === 'list' ? type.of : undefined
