import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother } from '../../../../test/components/people-answers'
import { consentGiven, type PrivacyState, servePrivacy } from '../../../../test/components/privacy-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import ReportPage from './index'

let server: ResidentServer
let privacy: PrivacyState
/** How the phone answers when it is asked where it is. */
let phone: 'here' | 'refused'

beforeEach(async () => {
  server = await startResidentServer()
  privacy = servePrivacy(server)
  phone = 'here'
  Object.defineProperty(globalThis.navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (found: (at: object) => void, refused: (error: object) => void) =>
        phone === 'here'
          ? found({ coords: { latitude: 29.65281, longitude: 91.13199 } })
          : refused({ code: 1, message: 'User denied Geolocation' }),
    },
  })
})
afterEach(() => {
  server.close()
  Reflect.deleteProperty(globalThis.navigator, 'geolocation')
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const dialog = () => within(screen.getByRole('dialog', { name: '用您现在的位置？' }))
const confirm = async () => userEvent.click(dialog().getByRole('button', { name: '好，用现在的位置' }))

const openPlace = async () => {
  renderResident(<ReportPage />, server)
  await userEvent.click(await screen.findByRole('radio', { name: /灯不亮/ }))
  await press('下一步')
}

test('the first time it is agreed to on its own, and nothing is ticked beforehand', async () => {
  signIn()
  await openPlace()
  await press('用我的位置')
  const agreement = await dialog().findByRole('checkbox', { name: /^这是敏感信息/ })
  expect(agreement).toHaveAttribute('aria-checked', 'false')
  await confirm()
  expect(dialog().getByText('同意了才能用位置。不同意就选院落。')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(agreement)
  await confirm()
  expect(await screen.findByText('地图上的位置（您现在的地方）')).toBeVisible()
  expect(server.writes.map(({ path, body }) => [path, body.purpose])).toEqual([['/api/my/consents', 'position']])
})

test('whoever agreed before is not asked again', async () => {
  signIn()
  privacy.given.set('position', consentGiven())
  await openPlace()
  await press('用我的位置')
  await expect.poll(() => dialog().getByRole('button', { name: '好，用现在的位置' })).not.toHaveAttribute('aria-busy')
  expect(dialog().queryByRole('checkbox')).toBeNull()
  await confirm()
  expect(await screen.findByText('地图上的位置（您现在的地方）')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a consent to other words is asked for anew', async () => {
  signIn()
  privacy.given.set('position', consentGiven('2026-01-05'))
  await openPlace()
  await press('用我的位置')
  expect(await dialog().findByRole('checkbox')).toHaveAttribute('aria-checked', 'false')
})

test('a phone that may not say where it is leaves the list of courtyards', async () => {
  signIn()
  privacy.given.set('position', consentGiven())
  phone = 'refused'
  await openPlace()
  await press('用我的位置')
  await expect.poll(() => dialog().getByRole('button', { name: '好，用现在的位置' })).not.toHaveAttribute('aria-busy')
  await confirm()
  expect(await screen.findByText('没取到位置。请在上面选院落，一样能办。')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: /东孜苏3巷7号/ }))
  expect(await screen.findByText('地点')).toBeVisible()
})

test('a consent that could not be kept takes no position', async () => {
  signIn()
  await openPlace()
  await press('用我的位置')
  await userEvent.click(await dialog().findByRole('checkbox'))
  server.network = 'lost'
  await confirm()
  expect(await dialog().findByText('也可以不用位置，选院落一样能办。')).toBeVisible()
  expect(screen.queryByText('地图上的位置（您现在的地方）')).toBeNull()
})

test('it is not offered to a visitor, whose consent nobody could keep', async () => {
  await openPlace()
  expect(screen.queryByRole('button', { name: '用我的位置' })).toBeNull()
})

test('the phone of a daughter says nothing of where her mother is', async () => {
  signIn()
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  await openPlace()
  expect(screen.queryByRole('button', { name: '用我的位置' })).toBeNull()
})
