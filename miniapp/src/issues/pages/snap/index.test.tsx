import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aPicture, giveCamera } from '../../../../test/components/phone-camera'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import SnapPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const open = () => renderResident(<SnapPage />, server)

test('the camera opens at once, and a photo, a category and a place are a report', async () => {
  giveCamera(aPicture())
  open()
  expect(await screen.findByRole('img', { name: '第1张照片' })).toBeVisible()
  await choose(/灯不亮/)
  await choose(/东孜苏3巷7号/)
  await press('发出去')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
  const report = server.writes.find(({ path }) => path.endsWith('/issues'))
  expect(report?.body).toMatchObject({
    serviceCode: 'street_light',
    description: '',
    placeId: 'yard-7',
    fileIds: [[...server.uploads.values()][0]?.id],
  })
})

test('the next one stands where the last one was', async () => {
  giveCamera(aPicture(), aPicture())
  const first = open()
  await screen.findByRole('img', { name: '第1张照片' })
  await choose(/灯不亮/)
  await choose(/东孜苏3巷7号/)
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  first.unmount()
  open()
  await screen.findByRole('img', { name: '第1张照片' })
  expect(screen.getByText('东孜苏3巷7号')).toBeVisible()
  expect(screen.getByRole('button', { name: '换地点' })).toBeVisible()
})

test('without a photo it says what is missing, and words will do', async () => {
  giveCamera()
  open()
  await press('发出去')
  expect(await screen.findByText('先拍一张照片，或者在下面写几句、录一段')).toBeVisible()
  expect(screen.getByText('请选一类')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: /还想说什么/ }), '井盖翘起来了')
  expect(screen.queryByText('先拍一张照片，或者在下面写几句、录一段')).toBeNull()
})

test('a member of a volunteer team reports for it unless they say otherwise', async () => {
  giveCamera(aPicture())
  const team = { id: 'team-1', name: '巷子平安队', members: 5, reported: 0, solved: 0, isMember: true }
  server.more = ({ path }) => (path.endsWith('/volunteer-teams') ? [200, { items: [team] }] : undefined)
  open()
  expect(await screen.findByRole('radio', { name: '巷子平安队' })).toBeChecked()
  await choose(/灯不亮/)
  await choose(/东孜苏3巷7号/)
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(server.writes.find(({ path }) => path.endsWith('/issues'))?.body.teamId).toBe('team-1')
})
