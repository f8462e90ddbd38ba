import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { Designer } from '../../../designer/index.ts'
import type { Framework } from '../../../schemas/index.ts'
import { theme } from '../../../server/web/theme.ts'
import { framework as base } from '../../../stories/samples/index.ts'

/** The designer on a page of its own with a draft of the sample framework; what it saves and publishes stays in `window.kept`. */
const draft: Framework = { ...base, edition: '2031', basedOn: { id: base.id, edition: base.edition } }
const kept: { saved: Framework[]; published: string[]; theirs?: Framework; draft: Framework } = { saved: [], published: [], draft }
Object.assign(window, { kept })

const place = document.getElementById('designer')
if (place) {
  createRoot(place).render(
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <Designer document={draft} base={base}
        onSave={(document) => {
          const { theirs } = kept
          delete kept.theirs
          if (theirs) return Promise.resolve({ conflict: { document: theirs, by: '编辑乙' } })
          kept.saved.push(document)
          return Promise.resolve({})
        }}
        onPublish={(note) => { kept.published.push(note); return Promise.resolve() }} />
    </ConfigProvider>,
  )
}
