import { expect, test } from 'vitest'
import { maskName } from './mask.ts'

test.each([
  ['示范', '*范'],
  ['示范甲', '示*甲'],
  ['示范全名甲', '示*甲'],
  ['甲', '*'],
  ['', '*'],
  ['𠀀𠀁𠀂', '𠀀*𠀂'],
])('the name %s is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})
