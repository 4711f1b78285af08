import { wechatContract } from '@little-bench/shared/wechat/contract'
import { wechatEndpoints } from '@little-bench/shared/wechat/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { checkPush, type PushReceiver, receivePush } from './receive-push.service.ts'

/** Where WeChat tells this server what happened. */
export const mountWechat = (mount: Mount, receiver: PushReceiver): void =>
  mount(wechatEndpoints, wechatContract, {
    checkWechatPush: async ({ query }) => checkPush(receiver, query),
    receiveWechatPush: async ({ query, body }) => {
      await receivePush(receiver, query, body.Encrypt)
      return 'success'
    },
  })
