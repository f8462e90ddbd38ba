import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'
import { createErrorHandler, toErrorSchema, unwrapErrorHandler, validationDataMerge, type RJSFValidationError, type ValidatorType } from '@rjsf/utils'

const interpreters = new WeakMap<object, Validator>()

/** An interpreter for a schema: no code is generated, so it works under a strict content security policy. */
function interpreterOf(schema: object): Validator {
  let found = interpreters.get(schema)
  if (!found) {
    found = new Validator(structuredClone(schema) as Schema, '2020-12', false)
    interpreters.set(schema, found)
  }
  return found
}

const containers = new Set(['properties', 'items', 'allOf', 'if', 'then', 'else', '$ref', 'prefixItems', 'additionalProperties'])
/** The errors that say what is wrong, without those that say where. */
const leaves = (errors: readonly OutputUnit[]): OutputUnit[] => errors.filter(({ keyword }) => !containers.has(keyword))

/** rjsf's validator interface over the interpreter, for forms of one's own that need no generated code. */
export const validator: ValidatorType = {
  isValid(schema, data, root) {
    const merged = root && typeof root === 'object' ? { ...('definitions' in root ? { definitions: root.definitions } : {}), ...('$defs' in root ? { $defs: root['$defs'] as object } : {}), ...(schema as object) } : schema
    return new Validator(structuredClone(merged) as Schema, '2020-12', true).validate(data).valid
  },
  rawValidation(schema, data) {
    return { errors: leaves(interpreterOf(schema as object).validate(data).errors) as never[] }
  },
  validateFormData(data, schema, customValidate, transformErrors, uiSchema) {
    let errors = leaves(interpreterOf(schema as object).validate(data ?? {}).errors).map(({ keyword, error, instanceLocation, keywordLocation }): RJSFValidationError => {
      const path = instanceLocation.replace(/^#\/?/, '').split('/').filter(Boolean)
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined
      const property = [...path, ...(missing === undefined ? [] : [missing])].map((part) => `.${part}`).join('')
      return { name: keyword, message: error, property, schemaPath: keywordLocation, stack: `${property} ${error}`, params: {} }
    })
    if (transformErrors) errors = transformErrors(errors, uiSchema)
    const result = { errors, errorSchema: toErrorSchema(errors) }
    if (!customValidate) return result
    const handler = customValidate(data, createErrorHandler(data ?? {}), uiSchema)
    return validationDataMerge(result, unwrapErrorHandler(handler))
  },
}
