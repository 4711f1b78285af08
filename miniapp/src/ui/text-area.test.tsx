import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { TextArea } from './text-area'

const Form = ({ limit, error }: { limit: number; error?: string }) => {
  const [value, setValue] = useState('')
  return <TextArea label='怎么回事' hint='写清地点' value={value} onChange={setValue} limit={limit} error={error} />
}

test('the label, the hint and the error belong to the control', () => {
  render(<Form limit={500} error='请写几句' />)
  const control = screen.getByRole('textbox', { name: '怎么回事' })
  expect(control).toHaveAccessibleDescription('写清地点 请写几句')
  expect(control).toBeInvalid()
})

test('a Tibetan syllable counts as one character, as a reader counts', async () => {
  render(<Form limit={20} />)
  await userEvent.type(screen.getByRole('textbox'), 'བསྒྲུབས་')
  expect(screen.getByText('还可以写19字')).toBeVisible()
})

test('too long a text is marked and not cut', async () => {
  render(<Form limit={3} />)
  await userEvent.type(screen.getByRole('textbox'), '路灯不亮了')
  expect(screen.getByRole('textbox')).toHaveValue('路灯不亮了')
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription('写清地点 多了2字，请删短一些')
})
