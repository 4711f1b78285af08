import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aPicture, giveCamera } from '../../../../test/components/phone-camera'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import IssuePage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer('accepted')
  signIn()
  giveCamera(aPicture())
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

const sheet = () => within(screen.getByRole('dialog'))
const pressInSheet = async (name: string) => userEvent.click(await sheet().findByRole('button', { name }))
const replies = () => server.writes.filter(({ path }) => path.endsWith('/replies'))

const addWithPhoto = async () => {
  renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}`)
  await userEvent.click(await screen.findByRole('button', { name: '补充说明' }))
  await userEvent.type(sheet().getByRole('textbox', { name: /补充的话/ }), '今天又不亮了')
  await pressInSheet('从相册选')
}

test('a photo goes with the words that somebody adds, once it is there', async () => {
  await addWithPhoto()
  await sheet().findByRole('button', { name: '第1张照片，删除' })
  await vi.waitFor(() => expect([...server.uploads.values()].map(({ isFinished }) => isFinished)).toEqual([true]))
  await vi.waitFor(() => expect(sheet().queryByText(/正在发/)).toBeNull())
  await pressInSheet('补充说明')
  expect(await screen.findByText('发给办的人了。还可以再补一条。')).toBeVisible()
  const [upload] = server.uploads.values()
  expect(replies().map(({ body }) => body)).toEqual([{ body: '今天又不亮了', fileIds: [upload?.id] }])
})

test('words do not leave without a photo that did not arrive, until it is taken away', async () => {
  server.more = ({ path }) =>
    path.endsWith('/finish') ? failure(422, 'file_type_refused', '这个文件打不开，收不了。') : undefined
  await addWithPhoto()
  await sheet().findByText(/这个文件打不开/)
  await pressInSheet('补充说明')
  expect(replies()).toEqual([])
  await pressInSheet('第1张照片，删除')
  await pressInSheet('补充说明')
  expect(await screen.findByText('发给办的人了。还可以再补一条。')).toBeVisible()
  expect(replies().map(({ body }) => body)).toEqual([{ body: '今天又不亮了', fileIds: [] }])
})
