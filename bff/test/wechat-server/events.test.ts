import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeEvent, popupEvent } from './events.ts'
import { startReceiver } from './receiver.ts'
import { STAND_IN, startWechatServer, type WechatServer } from './wechat-server.ts'

const OPEN_ID = 'oAAAA1111'
let server: WechatServer
let receiver: Awaited<ReturnType<typeof startReceiver>>

beforeEach(async () => {
  server = await startWechatServer({ repeatAfterMs: 10 })
  receiver = await startReceiver()
  server.pushTo(receiver.target)
  server.visit(OPEN_ID)
})
afterEach(async () => {
  await server.stop()
  receiver.stop()
})

const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const ask = async (address: string, content: object) =>
    fetch(server.url + address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(content),
    })
  const account = { grant_type: 'client_credential', appid: STAND_IN.appId, secret: STAND_IN.secret }
  const { access_token: token } = JSON.parse(await (await ask('/cgi-bin/stable_token', account)).text())
  return JSON.parse(await (await ask(`${path}?access_token=${token}`, body)).text())
}
const checkPicture = () =>
  post('/wxa/media_check_async', {
    media_url: 'https://files.example/1.jpg',
    media_type: 2,
    version: 2,
    scene: 3,
    openid: OPEN_ID,
  })

test('one thing of a list is an object, several are an array, and numbers are texts', () => {
  const one = popupEvent(OPEN_ID, [{ templateId: 'a', answer: 'accept' }], 1_620_963_428_000)
  expect(one).toMatchObject({ CreateTime: '1620963428', List: { TemplateId: 'a', PopupScene: '0' } })
  expect(changeEvent(OPEN_ID, ['a', 'b'], 0).List).toHaveLength(2)
})

test('what became of a message is told, signed', async () => {
  server.accept(OPEN_ID, 'template')
  const reply = await post('/cgi-bin/message/subscribe/send', {
    touser: OPEN_ID,
    template_id: 'template',
    page: '',
    miniprogram_state: 'formal',
    lang: 'zh_CN',
    data: { thing1: { value: 'x' } },
  })
  await server.settled()
  expect(receiver.received).toHaveLength(1)
  expect(receiver.received[0]).toMatchObject({
    isSigned: true,
    event: {
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: 'template', MsgID: reply['msgid'], ErrorCode: '0', ErrorStatus: 'success' },
    },
  })
})

test('the result of a picture comes by its trace, from an account that is not the person', async () => {
  server.nextMedia({ suggest: 'risky', label: 20002 })
  const reply = await checkPicture()
  await server.settled()
  expect(receiver.received[0]?.event).toMatchObject({
    Event: 'wxa_media_check',
    FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
    appid: STAND_IN.appId,
    trace_id: reply['trace_id'],
    version: 2,
    errcode: 0,
    result: { suggest: 'risky', label: 20002 },
  })
})

test('results come late, twice, in another order, and as a download that failed', async () => {
  server.nextMedia({ delayMs: 60, copies: 2 })
  server.nextMedia({ isDownloadFailed: true })
  const [first, second] = [await checkPicture(), await checkPicture()]
  await server.settled()
  expect(receiver.received.map(({ event }) => event['trace_id'])).toEqual([
    second['trace_id'],
    first['trace_id'],
    first['trace_id'],
  ])
  expect(receiver.received[0]?.event).toMatchObject({ errcode: -1008 })
})

test('an event comes again until it is answered, three times at most', async () => {
  receiver.stop()
  const [twice, never] = [await startReceiver({ refuses: 2 }), await startReceiver({ refuses: 9 })]
  server.pushTo(twice.target)
  await server.push(popupEvent(OPEN_ID, [], 0))
  expect(twice.received).toHaveLength(3)
  server.pushTo(never.target)
  await server.push(popupEvent(OPEN_ID, [], 0))
  expect(never.received).toHaveLength(4)
  expect(server.lostEvents()).toBe(1)
  twice.stop()
  never.stop()
})
