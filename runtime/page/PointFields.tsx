import Form from '@rjsf/core/lib/components/Form.js'
import type { FieldTemplateProps, ObjectFieldTemplateProps, RJSFSchema, UiSchema } from '@rjsf/utils'
import { memo, useContext, useMemo } from 'react'
import type { PointInfo } from '../../engine/index.ts'
import { catalogue, kindOf } from '../fields/index.ts'
import { validator } from '../fields/validator.ts'
import { PointContext, useSlice, useStore } from '../store/hooks.ts'

/** The form of one point: a small rjsf form of its own. Its widgets read and write the store, so typing renders the one field and never the form. */
export const PointFields = memo(function PointFields({ point }: { point: string }) {
  const store = useStore()
  const info = store.point(point)
  const form = useMemo(() => (info ? { ...formOf(info), formData: store.values(point) } : undefined), [info, store, point])
  if (!form || !info?.fields.length) return null
  return (
    <PointContext.Provider value={point}>
      <Form {...form} validator={validator} fields={catalogue} templates={templates} idPrefix={`ys-${point}`} tagName="div" className="ys-fields"
        liveValidate={false} noHtml5Validate showErrorList={false} experimental_componentUpdateStrategy="shallow" experimental_defaultFormStateBehavior={calm}>{noButton}</Form>
    </PointContext.Provider>
  )
})

const noButton = <></>
const calm = { emptyObjectFields: 'skipDefaults', allOf: 'skipDefaults' } as const

/** What rjsf needs to know: names, order and widget; values are checked one by one against the element itself. */
function formOf({ fields }: PointInfo): { schema: RJSFSchema; uiSchema: UiSchema } {
  const uiSchema: UiSchema = { 'ui:order': fields.map(({ id }) => id) }
  const properties: Record<string, RJSFSchema> = {}
  for (const { id, schema, heading } of fields) {
    properties[id] = { title: schema.title, type: ['string', 'number', 'boolean', 'array', 'object', 'null'] }
    uiSchema[id] = { 'ui:field': kindOf(schema), 'ui:options': { id, ...(heading === undefined ? {} : { heading }) } }
  }
  return { schema: { type: 'object', properties }, uiSchema }
}

/** A field with the heading before it; nothing while its rule says it does not show. */
function FieldTemplate({ uiSchema, children }: FieldTemplateProps) {
  const store = useStore()
  const point = useContext(PointContext)
  const options = (uiSchema?.['ui:options'] ?? {}) as { id?: string; heading?: string }
  const rule = options.id === undefined ? undefined : store.lens.visible(point, options.id)
  const hidden = useSlice(`calc:${rule ?? ''}`, () => rule !== undefined && store.calculation(rule) === false)
  if (options.id === undefined) return children
  if (hidden) return null
  return <>{options.heading ? <h3 className="ys-heading">{options.heading}</h3> : null}{children}</>
}

const ObjectFieldTemplate = ({ properties }: ObjectFieldTemplateProps) => <>{properties.map(({ content }) => content)}</>

const templates = { FieldTemplate, ObjectFieldTemplate }
