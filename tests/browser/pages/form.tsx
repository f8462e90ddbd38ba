import { createRoot } from 'react-dom/client'
import { SubmissionForm } from '../../../runtime/index.ts'
import { cycle, empty, framework, pageHost, previous, returned, submission } from '../../../stories/samples/index.ts'

/** The sample form on a page of its own; `?state=empty|returned|draft`, `?dark`, `?en`. */
const query = new URLSearchParams(location.search)
const shown = { empty, returned, draft: submission }[query.get('state') ?? 'draft'] ?? submission
const host = pageHost(shown, { online: () => navigator.onLine })
Object.assign(window, { host })
const place = document.getElementById('form')
if (place) {
  createRoot(place).render(<SubmissionForm framework={framework} cycle={cycle} submission={shown} previous={previous} locale={query.has('en') ? 'en' : 'zh'} theme={query.has('dark') ? 'dark' : 'auto'}
    queue={`journey/${shown.id}`} readOnly={query.has('readonly')} submitter="提交人甲"
    onSave={host.onSave} onUpload={host.onUpload} onCite={host.onCite} onRemoveEvidence={host.onRemoveEvidence} onDownload={host.onDownload} onSubmit={host.onSubmit} onExport={() => undefined} />)
}
