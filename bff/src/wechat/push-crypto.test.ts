import { expect, test } from 'vitest'
import { encryptPush } from '../../test/wechat-server/push.ts'
import { isSigned, openPush } from './push-crypto.ts'

/** 消息推送, the documented examples. */
const SECRETS = { appId: 'wxba5fad812f8e6fb9', token: 'AAAAA', aesKey: 'A'.repeat(43) }
const ENCRYPTED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='

test.for([
  ['f464b24fc39322e44b38aa78f5edd27bd1441696', ['1714036504', '1514711492']],
  ['899cf89e464efb63f54ddac96b0a0a235f53aa78', ['1714037059', '486452656']],
  ['046e02f8204d34f8ba5fa3b1db94908f3df2e9b3', ['1714112445', '415670741', ENCRYPTED]],
] as const)('the signature %s is the documented one', ([signature, parts]) => {
  expect(isSigned(signature, [SECRETS.token, ...parts])).toBe(true)
  expect(isSigned(signature, ['another', ...parts])).toBe(false)
  expect(isSigned(signature.slice(1), [SECRETS.token, ...parts])).toBe(false)
})

test('the documented event opens', () => {
  const text = openPush(ENCRYPTED, SECRETS) ?? ''
  expect(Buffer.byteLength(text)).toBe(167)
  expect(JSON.parse(text)).toMatchObject({ MsgType: 'event', Event: 'debug_demo' })
})

test('an event for another mini-program, or with another key, does not open', () => {
  expect(openPush(ENCRYPTED, { ...SECRETS, appId: 'wx0000000000000000' })).toBeUndefined()
  expect(openPush(ENCRYPTED, { ...SECRETS, aesKey: 'B'.repeat(43) })).toBeUndefined()
})

test.for(['', 'AAAA', '%%%', 'A'.repeat(43), 'A'.repeat(128)])('nonsense such as «%s» does not open', (text) => {
  expect(openPush(text, SECRETS)).toBeUndefined()
})

test('whatever the length of a message, its end is found', () => {
  for (let length = 0; length < 70; length += 1) {
    const message = '藏'.repeat(length)
    expect(openPush(encryptPush(message, SECRETS), SECRETS)).toBe(message)
  }
})
