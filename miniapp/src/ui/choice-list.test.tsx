import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ChoiceList } from './choice-list'

const choices = [
  { value: 'road', name: '路面破损', note: '坑、裂缝', group: '道路' },
  { value: 'lamp', name: '路灯不亮', group: '道路' },
  { value: 'other', name: '其他', group: '其他事' },
]

const Form = () => {
  const [value, setValue] = useState<string | null>(null)
  return <ChoiceList label='哪一类' choices={choices} value={value} onChange={setValue} hasSearch />
}

test('exactly one row is chosen, and says so', async () => {
  render(<Form />)
  await userEvent.click(screen.getByRole('radio', { name: '路面破损，坑、裂缝' }))
  await userEvent.click(screen.getByRole('radio', { name: '路灯不亮' }))
  expect(screen.getAllByRole('radio', { checked: true }).map((radio) => radio.textContent)).toEqual(['路灯不亮'])
})

test('the search finds words of the note and of the group', async () => {
  render(<Form />)
  await userEvent.type(screen.getByRole('textbox', { name: '搜索' }), '裂缝')
  expect(screen.getAllByRole('radio')).toHaveLength(1)
  await userEvent.clear(screen.getByRole('textbox', { name: '搜索' }))
  await userEvent.type(screen.getByRole('textbox', { name: '搜索' }), '道路')
  expect(screen.getAllByRole('radio')).toHaveLength(2)
})

test('a search that finds nothing says so', async () => {
  render(<Form />)
  await userEvent.type(screen.getByRole('textbox', { name: '搜索' }), '飞机')
  expect(screen.getByText('没有找到，换个词试试')).toBeVisible()
})
