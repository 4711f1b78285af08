import { expect, test } from 'vitest'
import { isRefused } from './is-refused'

test.each([
  { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 103 },
  { errMsg: 'chooseMedia:fail auth deny' },
  { errMsg: 'chooseMedia:fail system permission denied' },
  { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 },
])('$errMsg was not allowed', (failure) => {
  expect(isRefused(failure)).toBe(true)
})

test.each([{ errMsg: 'chooseMedia:fail no space left on device' }, new Error('boom'), undefined, 'fail'])(
  '%o is something else',
  (failure) => {
    expect(isRefused(failure)).toBe(false)
  },
)
