import type { OperationName } from './client.ts'
import type { Row } from './leak-matrix-rows.ts'

const SIGNED = { timestamp: '1795370400', nonce: '1' }

/** WeChat's own address: whoever does not know its token is refused, whatever they are permitted elsewhere. */
export const createWechatRows = () =>
  ({
    checkWechatPush: { input: () => ({ query: { ...SIGNED, signature: 'wrong', echostr: 'x' } }) },
    receiveWechatPush: {
      input: () => ({
        query: { ...SIGNED, msg_signature: 'wrong', encrypt_type: 'aes' },
        body: { ToUserName: 'gh_1', Encrypt: 'x' },
      }),
    },
  }) satisfies Partial<Record<OperationName, Row>>
