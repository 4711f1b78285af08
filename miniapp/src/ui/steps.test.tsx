import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Steps } from './steps'

test('the next step takes the focus, so that a reader does not stay at the button that led to it', () => {
  const { rerender } = render(<Steps step={1} total={3} name='选一类' />)
  expect(screen.getByText(/第[12]步/)).not.toHaveFocus()
  rerender(<Steps step={2} total={3} name='说清楚' />)
  expect(screen.getByText(/第2步/)).toHaveFocus()
})

test('a step that only changes its name leaves the focus where it is', () => {
  const { rerender } = render(<Steps step={2} total={3} name='说清楚' />)
  rerender(<Steps step={2} total={3} name='说一说' />)
  expect(screen.getByText(/第[12]步/)).not.toHaveFocus()
})
