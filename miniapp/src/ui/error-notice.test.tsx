import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CallError } from '../platform/call-error'
import { ErrorNotice } from './error-notice'

test('the server\u2019s own sentence is shown, with the number that helps to find it', () => {
  render(<ErrorNotice error={new CallError('stale_version', 409, '刚才有别人先动了这件事。', [], 'req-42')} />)
  expect(screen.getByRole('alert')).toHaveTextContent('刚才有别人先动了这件事。出错记录 req-42')
})

test('a lost network says what is safe and can be tried again', async () => {
  let retries = 0
  render(<ErrorNotice error={new CallError('network_unreachable', 0)} onRetry={() => (retries += 1)} />)
  expect(screen.getByRole('alert')).toHaveTextContent('您写的内容还在手机里')
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(retries).toBe(1)
})

test('a mistake of our own does not show its technical words', () => {
  render(<ErrorNotice error={new TypeError('undefined is not a function')} />)
  expect(screen.getByRole('alert')).toHaveTextContent('服务出了点问题，不是您的错。')
  expect(screen.getByRole('alert')).not.toHaveTextContent('undefined')
})
