import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { visited } from '../../test/components/taro-api'
import { useDisplaySettings } from '../platform/display-settings'
import { useHelpContacts } from '../platform/help-contacts'
import { setOnline } from '../platform/network-state'
import { Button } from './button'
import { Page } from './page'

const renderPage = () =>
  render(
    <Page
      title='我的事项'
      action={
        <Button kind='primary' onPress={() => undefined}>
          说一件事
        </Button>
      }
    >
      <p>两件</p>
    </Page>,
  )

test('a page has a heading, landmarks, and help beside its one action', () => {
  renderPage()
  expect(screen.getByRole('heading', { level: 1, name: '我的事项' })).toBeVisible()
  expect(screen.getByRole('main')).toHaveTextContent('两件')
  const bar = within(screen.getByRole('contentinfo'))
  expect(bar.getAllByRole('button').map((button) => button.textContent)).toEqual(['打电话找人', '说一件事'])
})

test('the switches reach the whole page: 长辈版, and Tibetan with its language said', () => {
  const { container } = renderPage()
  act(() => {
    useDisplaySettings.getState().setElderMode(true)
    useDisplaySettings.getState().setLanguage('bo')
  })
  expect(container.firstElementChild).toHaveClass('lb-root', 'lb-elder', 'lb-bo')
  expect(container.firstElementChild).toHaveAttribute('lang', 'bo')
})

test('without a network the page stays and says so', () => {
  renderPage()
  act(() => setOnline(false))
  expect(screen.getByText('现在没有网络。您写的内容会留在手机里。')).toBeVisible()
  expect(screen.getByRole('main')).toHaveTextContent('两件')
})

test('help rings somebody in two taps, and the hotline is always there', async () => {
  useHelpContacts
    .getState()
    .setContacts([{ name: '第一网格', about: '院落里的事', phone: '0891-0000000', hours: '9:30-18:00' }])
  renderPage()
  await userEvent.click(screen.getByRole('button', { name: '打电话找人' }))
  const sheet = within(screen.getByRole('dialog', { name: '打电话找人' }))
  expect(sheet.getByRole('button', { name: '打给政务服务便民热线 12345' })).toBeVisible()
  await userEvent.click(sheet.getByRole('button', { name: '打给第一网格 0891-0000000' }))
  expect(visited.at(-1)).toBe('call 0891-0000000')
})

test('help says where one can go, whom to ring when nobody answers, and where all the numbers are', async () => {
  const backup = { name: '社区值班室', phone: '0891-0000-102' }
  useHelpContacts.getState().setContacts([
    {
      name: '服务大厅',
      about: '有困难找社区',
      phone: '0891-0000-101',
      hours: '9:30-18:00',
      address: '大门旁',
      backup,
    },
  ])
  renderPage()
  await userEvent.click(screen.getByRole('button', { name: '打电话找人' }))
  const sheet = within(screen.getByRole('dialog', { name: '打电话找人' }))
  expect(sheet.getByText('大门旁')).toBeVisible()
  await userEvent.click(sheet.getByRole('button', { name: '打给社区值班室 0891-0000-102' }))
  expect(visited.at(-1)).toBe('call 0891-0000-102')
  await userEvent.click(sheet.getByRole('button', { name: '看全部电话' }))
  expect(visited.at(-1)).toBe('navigateTo /communities/pages/contacts/index')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a sheet closes with Escape and gives the focus back', async () => {
  renderPage()
  const help = screen.getByRole('button', { name: '打电话找人' })
  help.focus()
  await userEvent.keyboard('{Enter}')
  expect(within(screen.getByRole('dialog')).getAllByRole('button')[0]).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(help).toHaveFocus()
})

test('the keyboard stays inside an open sheet', async () => {
  renderPage()
  await userEvent.click(screen.getByRole('button', { name: '打电话找人' }))
  const sheet = screen.getByRole('dialog')
  for (let tabs = 0; tabs < 5; tabs += 1) {
    await userEvent.tab()
    expect(
      within(sheet)
        .getAllByRole('button')
        .filter((button) => button.matches(':focus')),
    ).toHaveLength(1)
  }
})
