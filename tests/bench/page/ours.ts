import { YardstickForm } from '../../../runtime/element.ts'
import { framework, submission } from './fields.ts'

/** The page under measure: the element with 300 fields. */
const form = new YardstickForm()
form.assign({ framework, submission, onSave: (changes) => Promise.resolve({ revision: 2, conflicts: [], answers: Object.fromEntries(changes.map(({ id, base, value }) => [id, { value, status: 'confirmed', source: 'district', revision: base + 1 }])) }) })
document.body.append(form)
