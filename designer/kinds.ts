import type { Element } from '../schemas/index.ts'

/** The kinds of field the designer offers, in the order it offers them. */
export const kinds = ['number', 'integer', 'money', 'percent', 'date', 'select', 'multiChoice', 'yesNo', 'text', 'longText', 'table'] as const
export type Kind = (typeof kinds)[number]

const options = [{ const: 'a', title: '选项一' }, { const: 'b', title: '选项二' }]

/** An element of a kind, to begin with. */
export function elementOfKind(kind: Kind, title: string): Element {
  switch (kind) {
    case 'number': return { type: 'number', title, 'x-source': 'district', 'x-decimals': 2 }
    case 'integer': return { type: 'integer', title, minimum: 0, 'x-source': 'district', 'x-unit': '个' }
    case 'money': return { type: 'number', title, minimum: 0, 'x-source': 'official', 'x-unit': '万元', 'x-decimals': 2, 'x-widget': 'money' }
    case 'percent': return { type: 'number', title, minimum: 0, maximum: 100, 'x-source': 'district', 'x-unit': '%', 'x-decimals': 2, 'x-widget': 'percent' }
    case 'date': return { type: 'string', title, format: 'date', 'x-source': 'district' }
    case 'select': return { type: 'string', title, oneOf: options, 'x-source': 'district' }
    case 'multiChoice': return { type: 'array', title, items: { type: 'string', oneOf: options }, uniqueItems: true, 'x-source': 'district' }
    case 'yesNo': return { type: 'boolean', title, 'x-source': 'district' }
    case 'text': return { type: 'string', title, maxLength: 200, 'x-source': 'district' }
    case 'longText': return { type: 'string', title, maxLength: 1500, 'x-source': 'district', 'x-widget': 'longText' }
    case 'table': return { type: 'array', title, 'x-source': 'district', 'x-key': 'name', items: { type: 'object', properties: { name: { type: 'string', title: '名称' }, amount: { type: 'number', title: '数值', 'x-decimals': 2 } } } }
  }
}

/** The kind an element is shown as. */
export function kindOfElement(element: Element): Kind {
  switch (element.type) {
    case 'integer': return 'integer'
    case 'boolean': return 'yesNo'
    case 'number': return element['x-widget'] === 'money' ? 'money' : element['x-widget'] === 'percent' || element['x-unit'] === '%' ? 'percent' : 'number'
    case 'array': return element.items?.type === 'string' ? 'multiChoice' : 'table'
    case 'string': return element.oneOf ? 'select' : element.format === 'date' ? 'date' : element['x-widget'] === 'longText' ? 'longText' : 'text'
  }
}
