import type { Issue } from '../schemas/index.ts'
import cycle from '../schemas/cycle.schema.json' with { type: 'json' }
import framework from '../schemas/framework.schema.json' with { type: 'json' }
import outcome from '../schemas/outcome.schema.json' with { type: 'json' }
import procedure from '../schemas/procedure.schema.json' with { type: 'json' }
import submission from '../schemas/submission.schema.json' with { type: 'json' }
import { issue, segment } from './issue.ts'
import { shaped, type Schema, type Shaped } from './shape.ts'

/** The kinds of document, each with a schema of its own; rules have theirs inside the framework. */
export type DocumentKind = 'framework' | 'cycle' | 'procedure' | 'submission' | 'outcome'

/** By file name. That of rules is not among them: they are checked where they are compiled, within limits of their own. */
const files: Readonly<Record<string, Schema>> = Object.fromEntries([cycle, framework, outcome, procedure, submission].map((schema) => [schema.$id, schema]))

const made = new Map<DocumentKind, Shaped>()

/** What a document's JSON Schema forbids, in the order of the document, in one pass. */
export function formIssues(kind: DocumentKind, document: object, most: number): Issue[] {
  const shape = made.get(kind) ?? shaped(files, `${kind}.schema.json#`)
  made.set(kind, shape)
  return shape(document, most).map(({ keyword, keys, params }) => issue(`document.${keyword}`, 'error', keys.map((key) => `/${segment(key)}`).join(''), params))
}
