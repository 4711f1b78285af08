import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { timelineEvent } from '../../../../test/components/desk-answers'
import {
  type Answer,
  type Desk,
  type DeskCall,
  idOf,
  itemDueIn,
  startDesk,
} from '../../../../test/components/desk-server'
import { fileId, photo, voiceNote } from '../../../../test/components/file-answers'
import { renderDesk } from '../../../../test/components/render-desk'
import { watchShownFiles } from '../../../../test/components/shown-files'
import ItemPage from './index'

let desk: Desk

beforeEach(async () => {
  desk = await startDesk([itemDueIn(1, 5)])
  desk.answerFirst = answerFiles
  watchShownFiles()
})
afterEach(() => desk.close())

const answerFiles = ({ url }: DeskCall): Answer | undefined =>
  url.pathname.startsWith('/api/files/') ? [200, 'bytes'] : undefined

const open = async () => {
  renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${idOf(1)}`)
  await screen.findByText('居民说的话')
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))
const pressInSheet = (name: string) => userEvent.click(sheet().getByRole('button', { name }))

test('staff see the photos, hear the voice note, and read how many neighbours say so', async () => {
  desk.subject = { attachments: { photos: [photo(1)], voiceNote: voiceNote() }, endorsements: 4, teamName: '巷道队' }
  await open()
  expect(screen.getByRole('button', { name: '第1张照片，共1张' })).toBeVisible()
  expect(screen.getByRole('button', { name: '听录音，12秒' })).toBeVisible()
  expect(screen.getByText('4户也一样')).toBeVisible()
  expect(screen.getByText('巷道队发现的')).toBeVisible()
})

test('photos of a message stand at the message', async () => {
  const attachments = { photos: [photo(1), photo(2)], voiceNote: null }
  const [item] = desk.items
  if (item) desk.moveElsewhere(item, { timeline: [{ ...timelineEvent('noted', { message: '看过了' }), attachments }] })
  await open()
  const timeline = within(screen.getByRole('list', { name: '办理经过' }))
  expect(timeline.getByRole('button', { name: '第2张照片，共2张' })).toBeVisible()
})

test('staff write down what a voice note says, and cannot save nothing', async () => {
  desk.subject = { attachments: { photos: [], voiceNote: voiceNote() } }
  await open()
  await press('写下录音内容')
  await pressInSheet('存下')
  expect(sheet().getByText('请写几句，再存。')).toBeVisible()
  await userEvent.type(sheet().getByRole('textbox', { name: /录音内容/ }), '院门口的灯坏了')
  await pressInSheet('存下')
  expect(await screen.findByText('存下了，能看录音的人都看得到。')).toBeVisible()
  const written = desk.writes.filter(({ method }) => method === 'PUT')
  expect(written.map(({ url, body }) => [url.pathname, body])).toEqual([
    [
      `/api/communities/raosai/work-items/${idOf(1)}/voice-notes/${fileId(9)}/transcript`,
      { transcript: '院门口的灯坏了' },
    ],
  ])
})

test('what was written down can be put right, and whoever may not write here cannot', async () => {
  desk.subject = { attachments: { photos: [], voiceNote: voiceNote('灯坏了') } }
  desk.items = [itemDueIn(1, 5, { canNote: false })]
  await open()
  expect(screen.getByText('灯坏了')).toBeVisible()
  expect(screen.queryByRole('button', { name: '改写下的内容' })).toBeNull()
})

test('the original of covered words is shown to whoever says why, and that it was read', async () => {
  const asked: (string | null)[] = []
  desk.subject = { isRedacted: true, description: '找＊＊＊' }
  desk.answerFirst = (call) => {
    const { url } = call
    if (!url.pathname.endsWith('/original')) return answerFiles(call)
    asked.push(url.searchParams.get('reason'))
    const hidden = { photos: [photo(3)], voiceNote: voiceNote('找扎西的哥哥') }
    return [200, { description: '找扎西', hidden, redactedAt: '2026-11-23T03:00:00.000Z' }]
  }
  await open()
  expect(screen.getByText('说的人遮掉了一部分')).toBeVisible()
  await press('看原文')
  expect(sheet().getByText('您看了什么、为什么看，会记下来，说的人查得到。')).toBeVisible()
  await pressInSheet('看原文')
  expect(sheet().getByText('请写清为什么要看。')).toBeVisible()
  expect(asked).toEqual([])
  await userEvent.type(sheet().getByRole('textbox', { name: /理由/ }), '要上门核实')
  await pressInSheet('看原文')
  expect(await screen.findByText('找扎西')).toBeVisible()
  expect(screen.getByRole('button', { name: '第1张照片，共1张' })).toBeVisible()
  expect(screen.getByRole('button', { name: '听录音，12秒' })).toBeVisible()
  expect(screen.getByText('找扎西的哥哥')).toBeVisible()
  expect(screen.getByText('这次看原文已经记下。')).toBeVisible()
  expect(asked).toEqual(['要上门核实'])
  await press('收起')
  expect(screen.queryByText('找扎西')).toBeNull()
})

test('what was not covered has no original to ask for', async () => {
  await open()
  expect(screen.queryByRole('button', { name: '看原文' })).toBeNull()
})
