import type { RJSFSchema, ValidatorType } from '@rjsf/utils'

/**
 * What rjsf asks of a schema, for the schemas a point's form has: one flat object without references, conditions or defaults, so every
 * answer is the schema or the data itself. The build of the element puts it in place of the general one, which walks both on each key.
 */
export function createSchemaUtils(validator: ValidatorType, rootSchema: RJSFSchema) {
  const same = <T>(value: T): T => value
  return {
    getRootSchema: () => rootSchema,
    getValidator: () => validator,
    doesSchemaUtilsDiffer: (otherValidator: ValidatorType, otherSchema: RJSFSchema) => Boolean(otherValidator && otherSchema && (otherValidator !== validator || otherSchema !== rootSchema)),
    getDefaultFormState: (_: RJSFSchema, data: unknown) => data ?? {},
    retrieveSchema: same<RJSFSchema>,
    getDisplayLabel: () => false,
    findFieldInSchema: () => ({ field: undefined, isRequired: false }),
    findSelectedOptionInXxxOf: () => undefined,
    getClosestMatchingOption: () => 0,
    getFirstMatchingOption: () => 0,
    getFromSchema: (schema: RJSFSchema) => schema,
    isFilesArray: () => false,
    isMultiSelect: () => false,
    isSelect: () => false,
    omitExtraData: (_: RJSFSchema, data: unknown) => data,
    sanitizeDataForNewSchema: (_: RJSFSchema, __: RJSFSchema, data: unknown) => data,
    toPathSchema: () => ({}),
  }
}
