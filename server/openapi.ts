import { apiVersion } from './apiVersion.ts'
import { errors } from './errors.ts'
import type { Route } from './route.ts'
import { object } from './schemas/requests.ts'
import { documentSchemas, type Schema } from './validate.ts'

const json = (schema: Schema): unknown => ({ 'application/json': { schema: local(schema) } })

/** OpenAPI 3.1, made from the very schemas that check requests and answers. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) (paths[route.path.replaceAll(/:(\w+)/g, '{$1}')] ??= {})[route.method.toLowerCase()] = operationOf(route)
  return {
    openapi: '3.1.0',
    info: { title: '量尺 Yardstick', version: apiVersion, description: '指标体系、年度任务、答卷、佐证与结果。会话以 cookie 标识；写操作须带本站的 Origin 或 Sec-Fetch-Site: same-origin。' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { ...documents(), Problem: problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'yardstick' } },
      responses: { Problem: { description: Object.entries(errors).map(([code, [status, words]]) => `${code} (${status}) ${words}`).join('\n'), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    },
  }
}

const problem: Schema = {
  type: 'object', required: ['title', 'status', 'error'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' },
    error: object({ code: { enum: Object.keys(errors) }, message: { type: 'string' }, 'details?': { type: 'object' }, requestId: { type: 'string' } }),
  },
}

function operationOf(route: Route): unknown {
  const parameters = [
    ...[...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(route.query ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema: local(schema) })),
  ]
  const file = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  const success = String(route.status ?? (route.answer || route.method === 'GET' ? 200 : 204))
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    ...(route.roles === 'anyone' ? { security: [] } : { security: [{ session: [] }], 'x-roles': route.roles }),
    ...(parameters.length ? { parameters } : {}),
    ...(route.upload ? { requestBody: { required: true, ...file } } : route.body ? { requestBody: { required: !route.optional, content: json(route.body) } } : {}),
    responses: { [success]: { description: route.summary, ...(route.answer ? { content: json(route.answer) } : route.method === 'GET' ? file : {}) }, default: { $ref: '#/components/responses/Problem' } },
  }
}

/** The document schemas and their definitions as components, `framework` and `framework.element`. */
function documents(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(documentSchemas).flatMap(([name, { $defs = {}, ...schema }]) => [
    [name, local(schema, name)], ...Object.entries($defs as Record<string, Schema>).map(([part, definition]) => [`${name}.${part}`, local(definition, name)] as const),
  ]))
}

/** The same schema with references into the components. */
function local(value: unknown, within = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => local(item, within))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema' && key !== '$id').map(([key, one]) => [key, key === '$ref' && typeof one === 'string' ? component(one, within) : local(one, within)]))
}

function component(reference: string, within: string): string {
  const [file = '', pointer = ''] = reference.split('#')
  const name = file === '' ? within : file.replace('.schema.json', '')
  const [, , definition, ...rest] = pointer.split('/')
  return `#/components/schemas/${name}${definition === undefined ? '' : `.${definition}`}${rest.map((part) => `/${part}`).join('')}`
}
