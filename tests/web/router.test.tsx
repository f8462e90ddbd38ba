import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { match, RouterProvider, useRouter, useUnfinished } from '../../server/web/router.tsx'

afterEach(cleanup)

test.each([
  ['/review/:submission/:point?', '/review/s1', { submission: 's1' }],
  ['/review/:submission/:point?', '/review/s1/p%20x', { submission: 's1', point: 'p x' }],
  ['/review', '/review/s1', undefined],
  ['/review/:submission/:point?', '/review/%', undefined],
  ['/cycles/:cycle', '/cycles', undefined],
  ['/overview/:cycle?', '/overview/', {}],
])('%s against %s', (pattern, path, values) => {
  expect(match(pattern, path)).toEqual(values)
})

test('Back within a page goes to the view before and asks nobody; leaving the page asks', async () => {
  history.replaceState({ number: 0 }, '', '/frameworks')
  const asked: string[] = []
  const ask = (path: string): Promise<boolean> => { asked.push(path); return Promise.resolve(false) }
  const Page = () => {
    const { path, query, go } = useRouter()
    useUnfinished(path === '/drafts/d1' ? ask : undefined)
    return <><p>{path}?{query.toString()}</p>{['/drafts/d1', '/drafts/d1?view=compare'].map((to) => <button key={to} type="button" onClick={() => go(to)}>{`to ${to}`}</button>)}</>
  }
  render(<RouterProvider><Page /></RouterProvider>)
  fireEvent.click(screen.getByText('to /drafts/d1'))
  fireEvent.click(screen.getByText('to /drafts/d1?view=compare'))
  expect(screen.getByText('/drafts/d1?view=compare')).toBeTruthy()
  act(() => history.back())
  await waitFor(() => expect(screen.getByText('/drafts/d1?')).toBeTruthy())
  expect(asked).toEqual([])
  act(() => history.back())
  await waitFor(() => expect(asked).toEqual(['/frameworks']))
  await waitFor(() => expect(location.pathname).toBe('/drafts/d1'))
})
