import { App, Button, Dropdown, type MenuProps } from 'antd'
import { api, type FrameworkSummary } from '../api.ts'
import { fullTime, shortHash } from '../format.ts'
import { useText } from '../language.tsx'
import { Link, useRouter } from '../router.tsx'
import { Scroll } from '../Scroll.tsx'
import { text as site, wordsOfError } from '../text.ts'
import { editionPath } from './editionPath.ts'
import { saveJson } from './saveJson.ts'
import { LinkButton } from '../LinkButton.tsx'
import { text } from './text.ts'

interface Props { framework: FrameworkSummary; mayEdit: boolean; onNew: (edition: string) => void; onChanged: () => void }

/** One framework: drafts first, then editions from new to old. */
export function Editions({ framework, mayEdit, onNew, onChanged }: Props) {
  const t = useText(text)
  const s = useText(site)
  const { go } = useRouter()
  const { message, modal } = App.useApp()
  const failed = (error: unknown) => { void message.error(wordsOfError(error, s)) }
  const at = (edition: string) => editionPath(framework.id, edition)
  const remove = (id: string) => {
    modal.confirm({
      title: t.removeAsk, content: t.removeWords, okText: t.remove, okButtonProps: { danger: true }, cancelText: t.cancel,
      onOk: () => api.deleteDraft(id).then(() => { void message.success(t.removed); onChanged() }, failed),
    })
  }
  const download = (edition: string) => {
    api.edition(framework.id, edition).then(({ document }) => saveJson(`${framework.title} ${edition}`, document), failed)
  }
  const more = (items: MenuProps['items']) => <Dropdown trigger={['click']} menu={{ items: items ?? [] }} placement="bottomRight"><Button size="small" type="text">{t.more}</Button></Dropdown>

  return (
    <section>
      <div className="section-head"><h2>{framework.title}</h2>{framework.source?.number ? <span className="third medium">{framework.source.number}</span> : null}</div>
      <Scroll label={framework.title}>
        <table className="table middle">
          <thead><tr><th>{t.edition}</th><th>{t.note}</th><th>{t.used}</th><th>{t.hash}</th><th>{t.when}</th><th>{t.by}</th><th><span className="sr">{t.more}</span></th></tr></thead>
          <tbody>
            {framework.drafts.map((draft) => (
              <tr key={draft.id}>
                <th scope="row" className="nowrap">{mayEdit ? <Link to={`/drafts/${encodeURIComponent(draft.id)}`}>{t.editionOf(draft.edition)}</Link> : t.editionOf(draft.edition)} <span className="tag tag-info">{t.draft}</span></th>
                <td className="second">{draft.basedOn ? t.basedOn(draft.basedOn.edition) : ''}</td><td className="third">—</td><td className="third">—</td>
                <td className="nowrap second">{fullTime(draft.updatedAt)}</td><td className="nowrap second">{draft.by}</td>
                <td className="num">{mayEdit ? <><LinkButton to={`/drafts/${encodeURIComponent(draft.id)}`} size="small">{t.edit}</LinkButton>{more([{ key: 'remove', label: t.remove, danger: true, onClick: () => remove(draft.id) }])}</> : null}</td>
              </tr>
            ))}
            {framework.editions.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).map((edition) => (
              <tr key={edition.edition}>
                <th scope="row" className="nowrap"><Link to={at(edition.edition)}>{t.editionOf(edition.edition)}</Link> <span className="tag tag-ok">{t.published}</span></th>
                <td className="second">{edition.note}</td><td className="nowrap second">{t.usedBy(edition.cycles)}</td><td className="mono second nowrap" title={edition.hash}>{shortHash(edition.hash)}</td>
                <td className="nowrap second">{fullTime(edition.publishedAt)}</td><td className="nowrap second">{edition.by}</td>
                <td className="num">
                  <LinkButton to={at(edition.edition)} size="small" type="text">{t.open}</LinkButton>
                  {mayEdit ? <Button size="small" onClick={() => onNew(edition.edition)}>{t.newEdition}</Button> : null}
                  {more([
                    ...(mayEdit ? [{ key: 'cycle', label: t.openCycle, onClick: () => go(`/cycles/new?${new URLSearchParams({ framework: framework.id, edition: edition.edition }).toString()}`) }] : []),
                    { key: 'book', label: <a href={api.bookUrl(framework.id, edition.edition)} target="_blank" rel="noreferrer">{t.book}</a> },
                    { key: 'json', label: t.exportJson, onClick: () => download(edition.edition) },
                  ])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
