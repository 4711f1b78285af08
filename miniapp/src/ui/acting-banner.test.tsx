import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { visited } from '../../test/components/taro-api'
import { CallError } from '../platform/call-error'
import { useDisplaySettings } from '../platform/display-settings'
import { useSession } from '../platform/session'
import { ErrorNotice } from './error-notice'
import { Page } from './page'

const mother = { id: '0190b1c4-1111-7aaa-8bbb-000000000003', name: '阿妈' }

beforeEach(() => useSession.getState().actFor(mother))

test('every page says whose business it is, in each way of reading', () => {
  render(<Page title='我说的事'>两件</Page>)
  expect(screen.getByText('正在为阿妈办理')).toBeVisible()
  act(() => {
    useDisplaySettings.getState().setElderMode(true)
    useDisplaySettings.getState().setLanguage('bo')
  })
  expect(screen.getByText('正在为阿妈办理')).toBeVisible()
})

test('in one\u2019s own business there is no banner', () => {
  useSession.getState().actFor(null)
  render(<Page title='我说的事'>两件</Page>)
  expect(screen.queryByText(/正在为/)).toBeNull()
})

test('one tap stops it and leaves every page that showed the other person', async () => {
  render(<Page title='我说的事'>两件</Page>)
  await userEvent.click(screen.getByRole('button', { name: '不办了，不再替阿妈办' }))
  expect(useSession.getState().actingFor).toBeNull()
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
  expect(screen.queryByText(/正在为/)).toBeNull()
})

test('nobody works at the desk for somebody else: opening it ends acting, and says so', async () => {
  render(
    <Page isDesk title='工作台'>
      队列
    </Page>,
  )
  expect(useSession.getState().actingFor).toBeNull()
  expect(screen.queryByText(/正在为/)).toBeNull()
  expect(await screen.findByText('到工作台了，不再替阿妈办。')).toBeVisible()
})

test('when the right has ended, every page says so until one stops', () => {
  render(<Page title='我说的事'>两件</Page>)
  act(() => useSession.getState().loseRight())
  expect(screen.getByText('阿妈的授权停了，刚才没有办成')).toBeVisible()
  act(() => useSession.getState().actFor(mother))
  expect(screen.getByText('正在为阿妈办理')).toBeVisible()
})

test.each(['proxy_grant_missing', 'proxy_power_missing', 'not_delegable'] as const)(
  'a call refused with %s says why and offers to stop instead of trying again',
  async (code) => {
    render(<ErrorNotice error={new CallError(code, 403, '授权里没有这一项。')} onRetry={() => undefined} />)
    const notice = within(screen.getByRole('alert'))
    expect(notice.getByText('授权里没有这一项。')).toBeVisible()
    expect(notice.queryByRole('button', { name: '再试一次' })).toBeNull()
    await userEvent.click(notice.getByRole('button', { name: '不替阿妈办了' }))
    expect(useSession.getState().actingFor).toBeNull()
  },
)
