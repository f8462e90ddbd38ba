import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js'
import { toFieldPathId, type FieldTemplateProps, type RJSFSchema } from '@rjsf/utils'
import { memo, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PointInfo } from '../../engine/index.ts'
import { catalogue, kindOf } from '../fields/index.ts'
import { registryOf } from '../registry.ts'
import { Icon } from '../Icon.tsx'
import { PointContext, useEditable, useSlice, useStore } from '../store/hooks.ts'
import { fill, useText } from '../text.ts'

/** The form of one point: an rjsf field for each element, in the point's order. Their widgets read and write the store, so typing renders the one field and never the form. */
export const PointFields = memo(function PointFields({ point }: { point: string }) {
  const store = useStore()
  const info = store.point(point)
  const fields = useMemo(() => (info ? fieldsOf(info) : []), [info])
  if (!fields.length) return null
  return (
    <PointContext.Provider value={point}>
      <ConfirmAll point={point} />
      <div className="ys-fields">{fields.map((field) => <SchemaField key={field.name} {...field} onChange={kept} onBlur={kept} onFocus={kept} />)}</div>
    </PointContext.Provider>
  )
})

/** One button for every official value of the point that still waits; what it did is said where it stood. */
function ConfirmAll({ point }: { point: string }) {
  const store = useStore()
  const t = useText()
  const editable = useEditable(point)
  const waiting = useSlice('answers', () => (editable ? store.proposed(point).length : 0))
  const [done, setDone] = useState(0)
  const said = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (done) said.current?.focus()
  }, [done])
  if (waiting < 2 && !done) return null
  return (
    <p className="ys-confirm-all" role="status">
      {waiting > 1 ? <button type="button" className="ys-btn ys-btn-sm" onClick={() => setDone(store.confirmAll(point))}><Icon name="check" small />{fill(t.confirmAll, { n: waiting })}</button> : null}
      {waiting < 2 && done ? <span className="ys-src" tabIndex={-1} ref={said}>{fill(t.confirmedAll, { n: done })}</span> : null}
    </p>
  )
}

/** rjsf keeps no values here. */
const kept = (): void => undefined

/** What rjsf needs to know of a field: its name and widget; values are checked one by one against the element itself. */
function fieldsOf({ id: point, fields }: PointInfo) {
  const registry = registryOf(catalogue, { FieldTemplate }, `ys-${point}`)
  return fields.map(({ id, schema: element, heading }) => {
    const schema: RJSFSchema = { title: element.title, type: ['string', 'number', 'boolean', 'array', 'object', 'null'] }
    const uiSchema = { 'ui:field': kindOf(element), 'ui:options': { id, ...(heading === undefined ? {} : { heading }) } }
    return { name: id, schema, uiSchema, registry, fieldPathId: toFieldPathId(id, registry.globalFormOptions) }
  })
}

/** A field with the heading before it; nothing while its rule says it does not show. */
function FieldTemplate({ uiSchema, children }: FieldTemplateProps) {
  const { lens } = useStore()
  const point = useContext(PointContext)
  const { id, heading } = (uiSchema?.['ui:options'] ?? {}) as { id?: string; heading?: string }
  const rule = id === undefined ? undefined : lens.visible(point, id)
  const field = heading ? <><h3 className="ys-heading">{heading}</h3>{children}</> : children
  return rule === undefined ? field : <Shown rule={rule}>{field}</Shown>
}

function Shown({ rule, children }: { rule: string; children: ReactNode }) {
  return useSlice(`calc:${rule}`, (store) => store.calculation(rule) === false) ? null : children
}
