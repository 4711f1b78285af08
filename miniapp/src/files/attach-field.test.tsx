import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aPicture, giveCamera } from '../../test/components/phone-camera'
import { renderResident, signIn } from '../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../test/components/resident-server'
import { AttachField } from './attach-field'
import { useAttachments } from './use-attachments'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

const Dialog = () => {
  const attachments = useAttachments()
  return (
    <>
      <AttachField attachments={attachments} />
      <output>{attachments.isBusy ? 'busy' : attachments.fileIds.join(' ')}</output>
    </>
  )
}
const open = () => renderResident(<Dialog />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('photos go up as soon as they are chosen, and the dialog learns their ids', async () => {
  giveCamera(aPicture(), aPicture(3000))
  open()
  await press('从相册选')
  expect(await screen.findByRole('img', { name: '第2张照片' })).toBeVisible()
  expect(await screen.findByText(/-000000000001 .*-000000000002/)).toBeVisible()
  expect([...server.uploads.values()].map(({ kind, size, isFinished }) => [kind, size, isFinished])).toEqual([
    ['photo', 2000, true],
    ['photo', 3000, true],
  ])
})

test('a photo that is taken away does not go with the words', async () => {
  giveCamera(aPicture(), aPicture(3000))
  open()
  await press('从相册选')
  await screen.findByText(/-000000000002/)
  await press('第1张照片，删除')
  expect(screen.queryByRole('img', { name: '第2张照片' })).toBeNull()
  expect(screen.getByText(/^\S+-000000000002$/)).toBeVisible()
})

test('a refusal says which photo it was and why, and can be tried again', async () => {
  giveCamera(aPicture())
  server.more = ({ path }) =>
    path.endsWith('/finish') ? failure(422, 'file_type_refused', '这个文件打不开，收不了。') : undefined
  open()
  await press('拍照')
  expect(await screen.findByText(/第1张照片没发出去，还在手机里。这个文件打不开，收不了。/)).toBeVisible()
  server.more = () => undefined
  await press('再发一次')
  expect(await screen.findByText(/-000000000001/)).toBeVisible()
})

test('a short loss of the network is waited out', async () => {
  giveCamera(aPicture())
  server.network = 'lost'
  open()
  await press('拍照')
  await screen.findByText(/正在发第1张照片/)
  server.network = 'up'
  expect(await screen.findByText(/-000000000001/)).toBeVisible()
})

test('no more than nine can be chosen', async () => {
  giveCamera(...Array.from({ length: 12 }, () => aPicture(10)))
  open()
  await press('从相册选')
  expect(await screen.findByText('已经有9张，不能再加了')).toBeVisible()
  expect(screen.queryByRole('button', { name: '拍照' })).toBeNull()
})

test('where the browser cannot listen, nothing is offered', () => {
  open()
  expect(screen.queryByText('录音')).toBeNull()
})
