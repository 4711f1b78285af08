import { endpoints } from '../kernel/endpoint.ts'

/** Where WeChat tells this server what happened: one address, once asked for with GET to prove that it is ours. */
export const wechatEndpoints = endpoints({
  checkWechatPush: ['GET', '/api/wechat/push'],
  receiveWechatPush: ['POST', '/api/wechat/push'],
})
