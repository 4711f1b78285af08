import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { everythingStored } from '../../test/counter.ts'
import { personIdOf } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { anAccount, newPhone, otherThan, signInByPhone } from '../../test/sign-in.ts'

let server: TestServer
let admin: Client

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  admin = await server.signIn(personIdOf(server, 'admin'))
})

const GIVEN = { role: 'community_staff', communityId: 'raosai' } as const
const seconds = (count: number) => server.clock.advance({ hours: count / 3600 })

const codeAt = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now().getTime() + ahead * 1000 })
const confirm = (client: Client, code: string) => client.attempt('confirmTotp', { body: { code } })
const invite = async () => (await admin.call('inviteStaff', { body: { name: '示范同事', given: GIVEN } })).code.code

/** Somebody with a phone, an invitation and an authenticator app that is not confirmed yet. */
const withSecret = async () => {
  const phone = newPhone()
  const client = await signInByPhone(server, phone, anAccount())
  const code = await invite()
  const { totp, desk } = await client.call('acceptStaffInvitation', { body: { code, key: 'totp' } })
  return { phone, client, desk, secret: totp?.secret ?? '', address: totp?.address ?? '' }
}
const withDesk = async () => {
  const begun = await withSecret()
  await confirm(begun.client, codeAt(begun.secret))
  seconds(60)
  return begun
}

describe('an authenticator app', () => {
  test('is set up with a secret that is shown once; until its first code the role does not count', async () => {
    const { client, desk, secret, address } = await withSecret()
    expect(desk).toBe('none')
    expect(address).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/)
    expect((await client.attempt('listMyQueues')).code).toBe('forbidden')
    const { body } = await confirm(client, codeAt(secret))
    expect(body).toMatchObject({ desk: 'open', expiresAt: expect.stringMatching(/^2026-11-23T14/) as string })
    expect((await client.call('listMyQueues')).items.length).toBeGreaterThan(0)
    expect((await client.call('getMyAccount')).hasTotp).toBe(true)
  })

  test('opens the desk in each new session, for twelve hours', async () => {
    const { phone, secret } = await withDesk()
    const client = await signInByPhone(server, phone)
    expect((await client.call('getMyAccount')).desk).toBe('locked')
    expect((await confirm(client, codeAt(secret))).status).toBe(200)
    server.clock.advance({ hours: 12 })
    expect((await client.attempt('getMe')).code).toBe('unauthenticated')
  })

  test('has its code taken once: whoever looks over a shoulder is too late', async () => {
    const { phone, secret } = await withDesk()
    const [one, other] = [await signInByPhone(server, phone), await signInByPhone(server, phone)]
    const code = codeAt(secret)
    expect((await confirm(one, code)).status).toBe(200)
    expect((await confirm(other, code)).code).toBe('totp_wrong')
    expect((await confirm(other, codeAt(secret, -30))).code).toBe('totp_wrong')
    seconds(30)
    expect((await confirm(other, codeAt(secret))).status).toBe(200)
  })

  test('has its code taken once also by two at once', async () => {
    const { phone, secret } = await withDesk()
    const [one, other] = [await signInByPhone(server, phone), await signInByPhone(server, phone)]
    const code = codeAt(secret)
    const statuses = (await Promise.all([confirm(one, code), confirm(other, code)])).map(({ status }) => status)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 422])
  })

  test.each([
    ['thirty seconds early', 30, 200],
    ['thirty seconds late', -30, 200],
    ['a minute late', -60, 'totp_wrong'],
    ['a minute early', 60, 'totp_wrong'],
  ])('with a clock that is %s', async (_how, ahead, expected) => {
    const { phone, secret } = await withDesk()
    seconds(120)
    const answer = await confirm(await signInByPhone(server, phone), codeAt(secret, ahead))
    expect(answer.code ?? answer.status).toBe(expected)
  })

  test('is shut for a quarter of an hour after five wrong codes, also for the right one', async () => {
    const { phone, secret } = await withDesk()
    const client = await signInByPhone(server, phone)
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await confirm(client, otherThan(codeAt(secret)))).code).toBe('totp_wrong')
    }
    expect((await confirm(client, codeAt(secret))).code).toBe('totp_paused')
    seconds(14 * 60)
    expect((await confirm(client, codeAt(secret))).code).toBe('totp_paused')
    seconds(60)
    expect((await confirm(client, codeAt(secret))).status).toBe(200)
  })

  test('that was never set up opens nothing', async () => {
    const client = await signInByPhone(server, newPhone(), anAccount())
    expect((await confirm(client, '000000')).code).toBe('totp_missing')
  })

  test('keeps its secret when somebody takes a second invitation, which counts at once', async () => {
    const { phone, secret } = await withDesk()
    const client = await signInByPhone(server, phone)
    const invitation = await admin.call('inviteStaff', {
      body: { name: '示范同事', given: { role: 'community_staff', communityId: 'cisongtang' } },
    })
    const taken = await client.call('acceptStaffInvitation', { body: { code: invitation.code.code, key: 'totp' } })
    expect(taken).toMatchObject({ desk: 'locked', totp: null })
    await confirm(client, codeAt(secret))
    expect((await client.call('getMe')).roles.map(({ communityId }) => communityId)).toContain('cisongtang')
  })

  test('is not set up by whoever took the number of somebody with a desk over, though they have an invitation', async () => {
    const { phone, client } = await withDesk()
    // Their key is another one: of an app there is none.
    await server.sql('delete from staff_totp where person_id = $1', [client.personId])
    const swapped = await signInByPhone(server, phone)
    const code = await invite()
    const take = (by: Client) => by.attempt('acceptStaffInvitation', { body: { code, key: 'totp' } })
    expect((await take(swapped)).code).toBe('desk_is_locked')
    expect((await take(client)).body).toMatchObject({
      totp: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string },
    })
  })

  test('that was not confirmed leads to nothing once the invitation was taken back or is too old', async () => {
    const first = await withSecret()
    const { invitations } = await admin.call('listStaff')
    await admin.call('withdrawStaffInvitation', { params: { invitationId: invitations[0]?.id ?? '' } })
    expect((await confirm(first.client, codeAt(first.secret))).code).toBe('totp_missing')
    const second = await withSecret()
    server.clock.advance({ days: 4 })
    expect((await confirm(second.client, codeAt(second.secret))).code).toBe('totp_missing')
  })

  test('is gone with the last role, so that the next invitation sets up another', async () => {
    const { phone, client } = await withDesk()
    await admin.call('endStaffRole', { params: { personId: client.personId }, body: { given: GIVEN } })
    expect((await client.attempt('getMe')).code).toBe('unauthenticated')
    const again = await signInByPhone(server, phone)
    expect((await again.call('getMyAccount')).hasTotp).toBe(false)
    const { totp } = await again.call('acceptStaffInvitation', { body: { code: await invite(), key: 'totp' } })
    expect(totp?.secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('neither its secret nor a code nor the name of the invited stands in the database or the log', async () => {
    const { secret } = await withDesk()
    for (const text of [await everythingStored(server), server.logged()]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain('示范同事')
    }
    expect(server.logged()).toMatch(/"method":"totp","outcome":"desk_opened"/)
  })
})
