import { expect, test } from 'vitest'
import { lastDigitOf } from '../kernel/personal-numbers.ts'
import { hasBiometrics } from './no-biometrics.ts'

/** An ID number that nobody has: the region 540102 and an order number of zero. */
const FIRST = '54010219490101000'
const ID_NUMBER = FIRST + lastDigitOf(FIRST)
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test.each([
  ['alone', ID_NUMBER],
  ['in a sentence', `门牌3号，身份证${ID_NUMBER}，谢谢`],
  ['in groups', `540102 19490101 ${ID_NUMBER.slice(14)}`],
  ['with signs between', ID_NUMBER.split('').join('·')],
  ['with other signs', ID_NUMBER.replace(/^(.{6})(.{8})/, '$1/$2_')],
  ['in full-width digits', wide(ID_NUMBER)],
  ['behind another number', `3${ID_NUMBER}`],
  ['of the old kind', '540102490101001'],
])('an ID number is found %s', (_where, text) => {
  expect(hasBiometrics(text)).toBe(true)
})

test.each([
  ['as a data URL', 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='],
  ['in capitals', 'DATA:IMAGE/PNG;BASE64,iVBOR'],
  ['without its type', '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8U'],
])('a picture is found %s', (_how, text) => {
  expect(hasBiometrics(text)).toBe(true)
})

test.each([
  '三号院二楼左手边，门口有花盆',
  '电话 13900000000，也可以打 0891-0000-101',
  '星期三上午不在家，11月30日以后都行',
  '回执编号 RS-20261123-0007',
  `${FIRST}${lastDigitOf(FIRST) === '0' ? '1' : '0'}`,
])('what people write of where they live and when is let through: %s', (text) => {
  expect(hasBiometrics(text)).toBe(false)
})
