import { z } from 'zod'
import { contract, plainText } from '../kernel/endpoint.ts'
import { wechatEndpoints } from './endpoints.ts'

const word = z.string().min(1).max(200)
/** WeChat signs the time, a random word and the token that both sides know. */
const signed = { timestamp: z.string().regex(/^\d{1,12}$/), nonce: word }

export const wechatContract = contract(wechatEndpoints, {
  checkWechatPush: {
    summary: 'Answers `echostr` when it is signed by WeChat, as its console asks for when the address is set',
    permission: 'anyone',
    delegation: 'nobody',
    query: z.object({ ...signed, signature: word, echostr: word }),
    ok: [200, plainText],
    errors: ['push_refused'],
  },
  receiveWechatPush: {
    summary:
      'Takes one event of WeChat: checked, kept once however often it comes, answered with `success`, and worked through after that. JSON and encrypted alone',
    permission: 'anyone',
    delegation: 'nobody',
    // An event that is refused for coming too soon after another is lost once WeChat has tried three times.
    rateLimit: 'none',
    query: z.object({ ...signed, signature: word.optional(), msg_signature: word, encrypt_type: z.literal('aes') }),
    body: z.object({ ToUserName: z.string().max(100), Encrypt: z.string().min(1).max(100_000) }),
    ok: [200, plainText],
    errors: ['push_refused'],
  },
})
