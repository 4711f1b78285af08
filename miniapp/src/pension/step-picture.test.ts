import { expect, test } from 'vitest'
import { pictureOf } from './step-picture'

test.each([
  ['在手机的应用商店里找「老来」，点安装', 'find'],
  ['打开后选「养老待遇资格认证」', 'open'],
  ['照着屏幕填本人的信息', 'write'],
  ['拿稳手机，对着自己的脸，听到什么就做什么（眨眨眼、张张嘴）', 'face'],
  ['看到「认证成功」就好了', 'done'],
  ['照着屏幕提示做', 'press'],
] as const)('%s: %s', (step, picture) => {
  expect(pictureOf(step)).toBe(picture)
})
