import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Pressable } from './pressable'

const pressCounter = (isDisabled = false) => {
  let presses = 0
  render(
    <Pressable onPress={() => (presses += 1)} isDisabled={isDisabled}>
      说一件事
    </Pressable>,
  )
  return () => presses
}

test('what can be tapped can be reached and pressed from the keyboard, with Enter and with Space', async () => {
  const presses = pressCounter()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: '说一件事' })).toHaveFocus()
  await userEvent.keyboard('{Enter} ')
  expect(presses()).toBe(2)
})

test('what is disabled says so and cannot be pressed', async () => {
  const presses = pressCounter(true)
  const button = screen.getByRole('button', { name: '说一件事' })
  await userEvent.click(button)
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(presses()).toBe(0)
})
