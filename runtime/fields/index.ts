import type { RegistryFieldsType } from '@rjsf/utils'
import type { Element } from '../../schemas/index.ts'
import { MultiChoiceField, RadioField, SelectField, YesNoField } from './ChoiceFields.tsx'
import { DateField } from './DateField.tsx'
import { NumberField } from './NumberField.tsx'
import { TableField } from './TableField.tsx'
import { LongTextField, TextField } from './TextField.tsx'

/** The kinds of field a document can ask for, each with its widget. */
export const catalogue = {
  number: NumberField,
  money: NumberField,
  percent: NumberField,
  date: DateField,
  text: TextField,
  longText: LongTextField,
  select: SelectField,
  radio: RadioField,
  multiChoice: MultiChoiceField,
  yesNo: YesNoField,
  table: TableField,
} satisfies RegistryFieldsType

/** A kind of field, by the widget that shows it. */
export type FieldKind = keyof typeof catalogue

/** Which widget shows an element. */
export function kindOf(element: Element): FieldKind {
  switch (element.type) {
    case 'number': case 'integer': return element['x-widget'] === 'money' ? 'money' : element['x-widget'] === 'percent' || element['x-unit'] === '%' ? 'percent' : 'number'
    case 'boolean': return 'yesNo'
    case 'array': return element.items?.type === 'string' ? 'multiChoice' : 'table'
    case 'string':
      if (element.oneOf) return element['x-widget'] === 'radio' ? 'radio' : 'select'
      return element.format === 'date' ? 'date' : element['x-widget'] === 'longText' ? 'longText' : 'text'
  }
}
