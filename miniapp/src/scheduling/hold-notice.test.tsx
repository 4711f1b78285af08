import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { bookingOf } from '../../test/components/canteen-answers'
import { HoldNotice } from './hold-notice'
import type { Hold } from './use-hold'

const holdOf = (minutes: number, fields: Partial<Hold> = {}): Hold => ({
  booking: bookingOf(1, {
    state: 'held',
    canExtend: true,
    expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  }),
  error: undefined,
  isExpired: minutes <= 0,
  isExtending: false,
  extend: () => undefined,
  again: () => undefined,
  keep: () => undefined,
  ...fields,
})

test('while there is time it only says until when', () => {
  render(<HoldNotice hold={holdOf(10)} />)
  expect(screen.getByText(/还有10分钟/)).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

test('near the end one tap keeps the seat longer', async () => {
  const extend = vi.fn<() => void>()
  render(<HoldNotice hold={holdOf(3, { extend })} />)
  await userEvent.click(screen.getByRole('button', { name: '再留10分钟' }))
  expect(extend).toHaveBeenCalledOnce()
})

test('half an hour is the most: then there is no more time to ask for', () => {
  const hold = holdOf(3)
  if (hold.booking) hold.booking.canExtend = false
  render(<HoldNotice hold={hold} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test('after the end what was chosen is still there, and one tap tries again', async () => {
  const again = vi.fn<() => void>()
  render(<HoldNotice hold={holdOf(0, { again })} />)
  expect(screen.getByText('留位的时间过了。选好的都在。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '再留一次' }))
  expect(again).toHaveBeenCalledOnce()
})
