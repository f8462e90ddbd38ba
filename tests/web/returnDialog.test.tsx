import '../designer/jsdomLacks.ts'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { allPoints } from '../../server/web/overview/columns.ts'
import { ReturnDialog } from '../../server/web/review/ReturnDialog.tsx'
import { framework } from './sample.ts'

afterEach(cleanup)

test('giving back says what the unit can change afterwards, takes several points, and waits for feedback on each', () => {
  const sent: unknown[] = []
  const Dialog = () => {
    const [returning, setReturning] = useState<Record<string, string>>({ p111: '缺会议纪要' })
    return <ReturnDialog unit="区07" points={allPoints(framework)} returning={returning} onChange={setReturning} onSend={() => sent.push(returning)} onClose={() => undefined} />
  }
  render(<Dialog />)
  const note = screen.getByRole('note')
  const send = () => screen.getByText<HTMLElement>(/^退回 \d 个要点$/).closest('button')!
  expect(note.textContent).toBe('退回后，区07只能修改这 1 个要点，其余 3 个要点只读，直到再次提交。')
  expect(send().disabled).toBe(false)
  fireEvent.mouseDown(screen.getByRole('combobox', { name: '再选要退回的要点' }))
  fireEvent.click(screen.getByTitle('2.1.1 要点 2.1.1'))
  expect(note.textContent).toContain('这 2 个要点，其余 2 个要点只读')
  expect(send().disabled).toBe(true)
  fireEvent.change(screen.getByRole('textbox', { name: '2.1.1 反馈意见（必填）' }), { target: { value: '请补充说明' } })
  fireEvent.click(send())
  expect(sent).toEqual([{ p111: '缺会议纪要', p211: '请补充说明' }])
})
