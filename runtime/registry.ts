import ObjectField from '@rjsf/core/lib/components/fields/ObjectField.js'
import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js'
import { DEFAULT_ID_PREFIX, DEFAULT_ID_SEPARATOR, englishStringTranslator } from '@rjsf/utils'

const nothing = (): null => null

/** Of rjsf's own registry only what a point's form uses; the build of the element puts it in place of the full one. */
export function getDefaultRegistry() {
  return {
    fields: { ObjectField, SchemaField },
    templates: { DescriptionFieldTemplate: nothing, FieldHelpTemplate: nothing, FieldErrorTemplate: nothing, ErrorListTemplate: nothing, TitleFieldTemplate: nothing, ButtonTemplates: { SubmitButton: nothing } },
    widgets: {},
    rootSchema: {},
    formContext: {},
    translateString: englishStringTranslator,
    globalFormOptions: { idPrefix: DEFAULT_ID_PREFIX, idSeparator: DEFAULT_ID_SEPARATOR, useFallbackUiForUnsupportedType: false },
  }
}
