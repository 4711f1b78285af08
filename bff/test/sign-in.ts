import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { vi } from 'vitest'
import { type Client, createClient } from './client.ts'
import type { TestServer } from './server.ts'
import type { WechatServer } from './wechat-server/wechat-server.ts'

let people = 0
/** A number that nobody has, and that no other test of this file uses. */
export const newPhone = (): string => `0891000${String((people += 1)).padStart(4, '0')}`
export const newOpenId = (): string => `open-id-of-${(people += 1)}`

/** What somebody says who wants an account at 绕赛. */
export const anAccount = (name?: string) => ({
  communityId: 'raosai',
  policyVersion: POLICY_VERSION,
  ...(name !== undefined && { name }),
})
type Account = ReturnType<typeof anAccount>

/** The codes that were sent, in their order. */
export const sentCodes = (server: TestServer): string[] =>
  [...server.logged().matchAll(/"code":"(\d{6})"[^\n]*"msg":"short message"/g)].map(([, code = '']) => code)

/** Has a code sent, and reads it from the log. A minute passes, as between any two. */
export const askForCode = async (server: TestServer, phone: string): Promise<{ requestId: string; code: string }> => {
  server.clock.advance({ hours: 1 / 60 })
  const before = sentCodes(server).length
  const { requestId } = await server.anonymous.call('requestPhoneCode', { body: { phone } })
  const code = await vi.waitFor(
    () => {
      const sent = sentCodes(server)[before]
      if (sent === undefined) throw new Error('the code is under way')
      return sent
    },
    { timeout: 5_000, interval: 20 },
  )
  return { requestId, code }
}

/** Digits that are not those of the code. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

const clientOf = (server: TestServer, { token, person }: { token: string; person: { id: string } }): Client =>
  createClient(server.url, token, person.id)

/** Signs in with a code; with `account` somebody who has none gets one. */
export const signInByPhone = async (server: TestServer, phone: string, account?: Account): Promise<Client> => {
  const sent = await askForCode(server, phone)
  const body = { ...sent, ...(account && { account }) }
  return clientOf(server, await server.anonymous.call('signInWithPhoneCode', { body }))
}

export const signInByWechat = async (
  { server, wechat }: { server: TestServer; wechat: WechatServer },
  openId: string,
  account?: Account,
): Promise<Client> => {
  const body = { code: wechat.newCode(openId), ...(account && { account }) }
  return clientOf(server, await server.anonymous.call('signInWithWechat', { body }))
}

/** Somebody on the counter's list of 绕赛 who has no account. */
export const registerAtCounter = async (staff: Client, name: string, phone: string): Promise<string> => {
  const { personId } = await staff.call('registerResident', {
    params: { communityId: 'raosai' },
    body: { name, phone },
  })
  return personId
}
