import { act, fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { hideToast, showToast, ToastPlace } from './toast'

beforeEach(() => {
  vi.useFakeTimers()
  hideToast()
})

const show = () => {
  render(<ToastPlace />)
  act(() => showToast('已经收到'))
}

test('a sentence stays for more than five seconds, and then goes by itself', () => {
  show()
  act(() => void vi.advanceTimersByTime(5000))
  expect(screen.getByText('已经收到')).toBeVisible()
  act(() => void vi.advanceTimersByTime(2000))
  expect(screen.queryByText('已经收到')).toBeNull()
})

test('whoever has read it can put it away', () => {
  show()
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  expect(screen.queryByText('已经收到')).toBeNull()
})
