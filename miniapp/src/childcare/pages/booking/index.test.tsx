import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingOf, type ChildcareState, serveChildcare } from '../../../../test/components/childcare-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import BookingPage from './index'

let server: ResidentServer
let childcare: ChildcareState

beforeEach(async () => {
  server = await startResidentServer()
  childcare = serveChildcare(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<BookingPage />, server, `?communityId=raosai&id=${childcare.booking.id}`)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('the code is large, and until the cut-off one tap and one word give the place back', async () => {
  open()
  expect(await screen.findByText('482 913')).toBeVisible()
  expect(screen.getByText('11月29日 星期日 下午8:00前可以取消。')).toBeVisible()
  await press('取消这次预约')
  const dialog = within(screen.getByRole('dialog', { name: '取消小石头的这次预约？' }))
  expect(server.writes).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: '取消这次预约' }))
  expect(await screen.findByText('位子已经让出来了。')).toBeVisible()
  expect(screen.queryByText('482 913')).toBeNull()
})

test('after the cut-off the family says that the child does not come, with one of three reasons', async () => {
  childcare.booking = bookingOf(1, { canCancel: false, canReportAbsence: true })
  open()
  await press('那天不去了')
  await press('告诉老师')
  expect(screen.getByText('请选一个')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '孩子不舒服' }))
  await press('告诉老师')
  expect(await screen.findByText('说过那天不去：孩子不舒服。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ reason: 'ill' })
})

test('an offered place is taken with one tap, until the time that is written there', async () => {
  childcare.booking = bookingOf(1, {
    state: 'offered',
    pickUpCode: null,
    expiresAt: '2026-11-28T03:00:00.000Z',
    canCancel: false,
  })
  open()
  expect(await screen.findByText('请在11月28日 星期六 上午11:00前答应，过了就给下一位。')).toBeVisible()
  await press('要这个位子')
  expect(await screen.findByText('约好了')).toBeVisible()
})

test('whoever waits reads where and why, and may stop waiting', async () => {
  childcare.booking = bookingOf(1, {
    state: 'waitlisted',
    pickUpCode: null,
    canCancel: false,
    waitlist: { position: 2, reason: '住在本社区' },
  })
  open()
  expect(await screen.findByText('您排在第2位')).toBeVisible()
  await press('不等了')
  expect(await screen.findByText('取消了')).toBeVisible()
})

test('a cancellation that came too late says so and leaves everything as it was', async () => {
  open()
  await press('取消这次预约')
  childcare.refusal = failure(409, 'past_cutoff', '已经过了截止时间，改不了了。有事请打电话。')
  const dialog = within(screen.getByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: '取消这次预约' }))
  expect(await dialog.findByText('已经过了截止时间，改不了了。有事请打电话。')).toBeVisible()
})
