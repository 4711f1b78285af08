import { expect, test } from 'vitest'
import { changeEvent, popupEvent } from '../../test/wechat-server/events.ts'
import { itemsOf, readEvent, type WechatEvent } from './wechat-event.ts'

const eventOf = (event: object): WechatEvent => ({
  id: '1',
  ...(readEvent(JSON.stringify(event)) ?? { name: '', openId: '', fields: {} }),
})

test('one item alone and several are read alike', () => {
  const one = popupEvent('o1', [{ templateId: 'a', answer: 'accept' }], 0)
  expect(itemsOf(eventOf(one))).toEqual([{ TemplateId: 'a', SubscribeStatusString: 'accept', PopupScene: '0' }])
  expect(itemsOf(eventOf(changeEvent('o1', ['a', 'b'], 0))).map((item) => item['TemplateId'])).toEqual(['a', 'b'])
  expect(itemsOf(eventOf({ Event: 'x' }))).toEqual([])
  expect(itemsOf(eventOf({ Event: 'x', List: { ErrorCode: 0, MsgID: '1' } }))).toEqual([{ ErrorCode: '0', MsgID: '1' }])
})

test('whom it is about is the person whom it names, and else the sender', () => {
  expect(eventOf({ Event: 'x', FromUserName: 'gh_1', OpenID: 'o2' }).openId).toBe('o2')
  expect(eventOf({ Event: 'x', FromUserName: 'o1' }).openId).toBe('o1')
})

test('a message that somebody wrote has no event, and XML is not read', () => {
  expect(eventOf({ MsgType: 'text', FromUserName: 'o1', Content: 'x' }).name).toBe('message:text')
  expect(readEvent('<xml></xml>')).toBeUndefined()
  expect(readEvent('[]')).toBeUndefined()
})
