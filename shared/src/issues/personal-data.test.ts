import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDigitOf } from '../kernel/personal-numbers.ts'
import { findPersonalData } from './personal-data.ts'

const found = (text: string, names: string[] = []) =>
  findPersonalData(text, names).map(({ kind, text: piece }) => `${kind} ${piece}`)

describe('telephone numbers', () => {
  test.each([
    ['打13900000000找我。', '13900000000'],
    ['打139 0000 0000找我。', '139 0000 0000'],
    ['打139-0000-0000找我。', '139-0000-0000'],
    ['打１３９００００００００找我。', '１３９００００００００'],
    ['打＋８６　１３９－００００－００００找我。', '８６　１３９－００００－００００'],
    ['座机0891-6320000。', '0891-6320000'],
    ['座机（0891）6320000。', '0891）6320000'],
    ['座机010 6000 0000。', '010 6000 0000'],
    ['电话：6320000。', '6320000'],
  ])('%s', (text, number) => {
    expect(found(text)).toEqual([`phone ${number}`])
  })

  test('two numbers in a row are two', () => {
    expect(found('13900000000 13700000000')).toEqual(['phone 13900000000', 'phone 13700000000'])
  })

  test.each([
    '请打12345或者110。',
    '2026-11-23 的编号是 RS-20261123-0007。',
    '水表读数是 6320000。',
    '订单 139000000001 没有送到。',
    '400-000-0000 打不通。',
  ])('%s has none', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('ID numbers', () => {
  test.each(['54010219900307019X', '540102 19900307 019x', '540102900307001', '５４０１０２９００３０７００１'])(
    '%s is one',
    (number) => {
      expect(found(`我的证件号是${number}。`)).toEqual([`id_number ${number}`])
    },
  )

  test.each(['540102199003070011', '202611230000000001', '540102199013070010', '990102900307001'])(
    '%s is an order number and not one',
    (number) => {
      expect(found(`订单${number}。`)).toEqual([])
    },
  )

  test('exactly one of eleven last digits makes an ID number of seventeen digits', () => {
    const seventeen = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 0, max: 999 }))
      .map(([area, year, order]) => `54${String(area).padStart(4, '0')}${year}0307${String(order).padStart(3, '0')}`)
    fc.assert(
      fc.property(seventeen, (digits) => {
        const valid = '0123456789X'.split('').filter((last) => found(digits + last).length > 0)
        expect(valid).toEqual([lastDigitOf(digits)])
      }),
    )
  })
})

describe('names', () => {
  test.each([
    ['楼上王先生天天浇花。', '王先生'],
    ['找王小明师傅修的。', '王小明师傅'],
    ['我叫李雪，住在三楼。', '李雪'],
    ['联系人：示范甲', '示范甲'],
    ['扎西次仁家的水管漏了。', '扎西次仁'],
    ['卓玛阿姨说了三次。', '卓玛阿姨'],
    ['联系人卓嘎。', '卓嘎'],
  ])('%s', (text, name) => {
    expect(found(text)).toEqual([`name ${name}`])
  })

  test('a name in Tibetan is found where somebody says that it is theirs, or when it is known', () => {
    expect(found('ང་ལ་བཀྲ་ཤིས་ཟེར།')).toEqual(['name བཀྲ་ཤིས'])
    expect(found('བཀྲ་ཤིས་བདེ་ལེགས།')).toEqual([])
    expect(found('བཀྲ་ཤིས་གི་ཁང་པ།', ['བཀྲ་ཤིས'])).toEqual(['name བཀྲ་ཤིས'])
  })

  test.each([
    '扎西德勒！罗布林卡门口的路灯不亮。',
    '德吉路的垃圾三天没有清。',
    '师傅来过，老师也说了。',
    '我叫了物业，没有人来。',
    '装修师傅把垃圾堆在楼道里。',
    '巷口的垃圾三天没有清。',
    '小广场的健身器材坏了一个，怕孩子受伤。',
  ])('%s names nobody', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a known name is found wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(
          findPersonalData(`${before}示范全名${after}`, ['示范全名']).some(({ text }) => text.includes('示范全名')),
        ).toBe(true)
      }),
    )
  })
})

test('a number is found at the end of a hundred thousand others', () => {
  const text = `${'9 '.repeat(100_000)}139 0000 0000`
  expect(findPersonalData(text, []).map((piece) => piece.text)).toEqual(['139 0000 0000'])
})

test('what is found is in order, does not overlap and is what stands there', () => {
  const words = [
    '13900000000',
    '王先生',
    '扎西',
    '，',
    ' ',
    '0891-6320000',
    '54010219900307019X',
    '门口',
    '8',
    '联系人：',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words)), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const piece of findPersonalData(text, ['门口'])) {
        expect(piece.from).toBeGreaterThanOrEqual(end)
        expect(text.slice(piece.from, piece.to)).toBe(piece.text)
        expect(piece.to).toBeGreaterThan(piece.from)
        end = piece.to
      }
    }),
  )
})
