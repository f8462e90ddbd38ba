import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js'
import { DEFAULT_ID_SEPARATOR, englishStringTranslator, type RJSFSchema, type Registry } from '@rjsf/utils'

const nothing = (): null => null

/** Of rjsf only what a point's fields use: which widget shows which element. Values, errors and submitting are the store's, so there is no rjsf `Form`. */
export function registryOf(fields: Registry['fields'], templates: Partial<Registry['templates']>, idPrefix: string): Registry {
  return {
    fields: { SchemaField, ...fields },
    templates: { DescriptionFieldTemplate: nothing, FieldHelpTemplate: nothing, FieldErrorTemplate: nothing, ...templates } as unknown as Registry['templates'],
    widgets: {},
    rootSchema: {},
    formContext: {},
    schemaUtils: plain as unknown as Registry['schemaUtils'],
    translateString: englishStringTranslator,
    globalFormOptions: { idPrefix, idSeparator: DEFAULT_ID_SEPARATOR, useFallbackUiForUnsupportedType: false, experimental_componentUpdateStrategy: 'shallow' },
  }
}

/** What rjsf asks of a schema, without references, conditions or defaults: every answer is the schema itself. */
const plain = {
  retrieveSchema: (schema: RJSFSchema) => schema,
  getDisplayLabel: () => false,
  isSelect: () => false,
}
