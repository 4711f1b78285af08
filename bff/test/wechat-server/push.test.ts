import { expect, test } from 'vitest'
import { encryptPush, signatureOf } from './push.ts'

/** 消息推送, the documented examples: token `AAAAA`, a key of 43 times `A`. */
const TOKEN = 'AAAAA'
const AES_KEY = 'A'.repeat(43)

test('the check of the address is signed as documented', () => {
  expect(signatureOf(TOKEN, '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696')
})

test('a plain event is signed as documented', () => {
  expect(signatureOf(TOKEN, '1714037059', '486452656')).toBe('899cf89e464efb63f54ddac96b0a0a235f53aa78')
})

test('an encrypted message is as documented', () => {
  const encrypt = encryptPush('{"demo_resp":"good luck"}', {
    aesKey: AES_KEY,
    appId: 'wxba5fad812f8e6fb9',
    random: Buffer.from('707722b803182950'),
  })
  expect(encrypt).toBe('ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==')
  expect(signatureOf(TOKEN, '1713424427', '415670741', encrypt)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
})
