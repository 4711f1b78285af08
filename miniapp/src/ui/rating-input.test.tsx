import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { RatingInput } from './rating-input'

const Form = () => {
  const [stars, setStars] = useState<number | null>(null)
  return (
    <>
      <RatingInput
        label='满意吗'
        value={stars}
        onChange={setStars}
        meanings={['很不满意', '不满意', '一般', '满意', '很满意']}
      />
      <p>{stars ?? '没有选'}</p>
    </>
  )
}

test('a star says how many it is and what that means', async () => {
  render(<Form />)
  expect(screen.getByText('没有选')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '4星，满意' }))
  expect(screen.getByRole('radio', { checked: true })).toHaveAccessibleName('4星，满意')
  expect(screen.getByText('4')).toBeVisible()
})
