import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { callList } from '../../test/counter.ts'
import { personIdOf, report } from '../../test/factories.ts'
import { born, claim, HOME } from '../../test/facts.ts'
import { START, type TestServer } from '../../test/server.ts'
import {
  anAccount,
  askForCode,
  newOpenId,
  newPhone,
  otherThan,
  registerAtCounter,
  signInByPhone,
  signInByWechat,
} from '../../test/sign-in.ts'
import { startWithWechat } from '../../test/wechat.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'

let server: TestServer
let wechat: WechatServer
let staff: Client

beforeAll(async () => {
  ;({ server, wechat } = await startWithWechat())
})
afterAll(async () => {
  await server.stop()
  await wechat.stop()
})
beforeEach(async () => {
  server.clock.set(START)
  staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' }))
})

/** Whoever waits for what another transaction holds. */
const WAITING = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

interface InWechat {
  openId: string
  client: Client
}
const inWechat = async (name?: string): Promise<InWechat> => {
  const openId = newOpenId()
  return { openId, client: await signInByWechat({ server, wechat }, openId, anAccount(name)) }
}
const bindBy = (client: Client, openId: string, phone: string, headers = {}) =>
  client.attempt('bindPhone', { body: { wechatPhoneCode: wechat.newPhoneCode(openId, phone) } }, headers)
const giveRole = (personId: string, role: string) =>
  server.sql('insert into role_assignment (person_id, role, community_id) values ($1, $2, $3)', [
    personId,
    role,
    role === 'admin' ? null : 'raosai',
  ])
/** Some account whose number is proven, older than whatever follows. */
const withPhone = async (name?: string) => {
  const phone = newPhone()
  const client = await signInByPhone(server, phone, anAccount(name))
  server.clock.advance({ hours: 1 })
  return { phone, client }
}

describe('a number', () => {
  test('that WeChat has proven is bound, and signs in by a code from then on', async () => {
    const { openId, client } = await inWechat()
    const phone = newPhone()
    const answer = await bindBy(client, openId, phone)
    expect(answer.body).toMatchObject({
      wasMerged: false,
      account: { phone: `089****${phone.slice(-2)}`, hasWechat: true },
    })
    expect((await signInByPhone(server, phone)).personId).toBe(client.personId)
  })

  test('that a short message has proven is bound the same', async () => {
    const { client } = await inWechat()
    const phone = newPhone()
    const sent = await askForCode(server, phone)
    expect((await client.attempt('bindPhone', { body: { ...sent, code: otherThan(sent.code) } })).code).toBe(
      'phone_code_wrong',
    )
    expect((await client.attempt('bindPhone', { body: sent })).status).toBe(200)
    expect((await signInByPhone(server, phone)).personId).toBe(client.personId)
  })

  test('takes the place of the one before, which signs nobody in any more', async () => {
    const { phone, client } = await withPhone()
    const sent = await askForCode(server, newPhone())
    await client.call('bindPhone', { body: sent })
    const again = await askForCode(server, phone)
    expect((await server.anonymous.attempt('signInWithPhoneCode', { body: again })).code).toBe('account_unknown')
  })

  test('is not bound with the code of somebody else’s phone', async () => {
    const [thief, victim] = [await inWechat(), await inWechat()]
    const stolen = wechat.newPhoneCode(victim.openId, newPhone())
    const answer = await thief.client.attempt('bindPhone', { body: { wechatPhoneCode: stolen } })
    expect(answer.code).toBe('wechat_code_invalid')
    expect((await thief.client.call('getMyAccount')).phone).toBeNull()
  })

  test('is not bound with a code of WeChat in a session that WeChat did not begin', async () => {
    const { client } = await withPhone()
    expect((await bindBy(client, newOpenId(), newPhone())).code).toBe('wechat_code_invalid')
  })

  test('is not kept for an account that is being closed', async () => {
    const { openId, client } = await inWechat()
    const phone = newPhone()
    const waiting = await server.app.context.db.transaction().execute(async (trx) => {
      await trx.updateTable('person').set({ closed_at: START }).where('id', '=', client.personId).execute()
      const answer = bindBy(client, openId, phone)
      await expect.poll(async () => (await server.sql(WAITING)).length).toBe(1)
      return [answer]
    })
    expect((await waiting[0])?.code).toBe('unauthenticated')
    const sent = await askForCode(server, phone)
    expect((await server.anonymous.attempt('signInWithPhoneCode', { body: sent })).code).toBe('account_unknown')
  })

  test('sent once more under its key is answered as it was, though the code is used up', async () => {
    const { client } = await inWechat()
    const body = await askForCode(server, newPhone())
    const headers = { 'Idempotency-Key': randomUUID() }
    const [first, second] = [
      await client.attempt('bindPhone', { body }, headers),
      await client.attempt('bindPhone', { body }, headers),
    ]
    expect([second.status, second.text]).toEqual([200, first.text])
    expect((await client.attempt('bindPhone', { body })).code).toBe('phone_code_wrong')
  })
})

describe('two accounts of one number', () => {
  test('become the older one; both phones go on, and what either had is there', async () => {
    const older = await withPhone('示范一人')
    const { id: olderIssue } = await report(older.client)
    const { openId, client: younger } = await inWechat('示范一人')
    const { id: youngerIssue } = await report(younger)
    const answer = await bindBy(younger, openId, older.phone)
    expect(answer.body).toMatchObject({ wasMerged: true, person: { id: older.client.personId } })
    for (const client of [older.client, younger]) {
      expect(await client.call('getMe')).toMatchObject({ id: older.client.personId })
      const mine = (await client.call('listMyItems', { query: { limit: 50 } })).items.map(({ subjectId }) => subjectId)
      expect(mine).toEqual(expect.arrayContaining([olderIssue, youngerIssue]))
    }
    const again = await signInByWechat({ server, wechat }, openId)
    expect(again.personId).toBe(older.client.personId)
    const [absorbed] = await server.sql('select merged_into from person where id = $1', [younger.personId])
    expect(absorbed).toEqual({ merged_into: older.client.personId })
  })

  test('are asked about by the counter when each had a WeChat of their own: the number may have changed hands', async () => {
    const first = await inWechat()
    const phone = newPhone()
    expect((await bindBy(first.client, first.openId, phone)).status).toBe(200)
    server.clock.advance({ hours: 1 })
    const second = await inWechat()
    expect((await bindBy(second.client, second.openId, phone)).body).toMatchObject({ wasMerged: true })
    const lines = () =>
      server.sql(
        `select line.kind from call_line as line join call on call.id = line.call_id
         where call.person_id = $1 and line.kind = 'account_opened'`,
        [first.client.personId],
      )
    await expect.poll(async () => (await lines()).length, { timeout: 10_000 }).toBe(1)
  })

  test('answer the same to whoever sends it again after they have become one', async () => {
    const older = await withPhone()
    const { openId, client } = await inWechat()
    const headers = { 'Idempotency-Key': randomUUID() }
    const body = { wechatPhoneCode: wechat.newPhoneCode(openId, older.phone) }
    const [first, second] = [
      await client.attempt('bindPhone', { body }, headers),
      await client.attempt('bindPhone', { body }, headers),
    ]
    expect(second.body).toEqual(first.body)
    expect(second.body).toMatchObject({ wasMerged: true })
  })

  test('become one also when somebody taps twice', async () => {
    const older = await withPhone()
    const { openId, client } = await inWechat()
    const tap = () => bindBy(client, openId, older.phone, { 'Idempotency-Key': randomUUID() })
    const answers = await Promise.all([tap(), tap()])
    expect(answers.map(({ code, status }) => code ?? status)).toEqual([200, 200])
    expect(answers.filter(({ body }) => (body as { wasMerged: boolean }).wasMerged)).toHaveLength(1)
    expect((await client.call('getMe')).id).toBe(older.client.personId)
  })

  test('that live in two households do not, and nothing changes', async () => {
    const older = await withPhone()
    const { openId, client } = await inWechat()
    for (const one of [older.client, client]) await one.call('createHouseholdCode', { body: HOME })
    const { id } = await report(client)
    expect((await bindBy(client, openId, older.phone)).code).toBe('accounts_not_mergeable')
    expect((await client.call('getMe')).id).toBe(client.personId)
    expect(
      (await client.call('listMyItems', { query: { limit: 50 } })).items.map(({ subjectId }) => subjectId),
    ).toEqual([id])
    expect((await client.call('getMyAccount')).phone).toBeNull()
  })

  test('of which one verified birthday contradicts the other do not', async () => {
    const older = await withPhone()
    const { openId, client } = await inWechat()
    for (const [one, on] of [
      [older.client, '1950-01-01'],
      [client, '1951-01-01'],
    ] as const) {
      const { id: factId } = await claim(one, born(on))
      await staff.call('verifyResidentFact', {
        params: { communityId: 'raosai', personId: one.personId },
        body: { decision: 'verify', factId, evidence: 'id_card' },
      })
    }
    expect((await bindBy(client, openId, older.phone)).code).toBe('accounts_not_mergeable')
  })

  test('of which both only say a birthday keep that of the older', async () => {
    const older = await withPhone()
    const { openId, client } = await inWechat()
    await claim(older.client, born('1950-01-01'))
    await claim(client, born('1951-01-01'))
    expect((await bindBy(client, openId, older.phone)).status).toBe(200)
    const facts = (await client.call('listMyFacts')).items
    expect(facts.map(({ content }) => content)).toEqual([{ kind: 'birth_date', value: { on: '1950-01-01' } }])
  })

  test('of a demonstration become one with nobody', async () => {
    const older = await withPhone()
    const demo = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
    const body = await askForCode(server, older.phone)
    expect((await demo.attempt('bindPhone', { body })).code).toBe('accounts_not_mergeable')
  })
})

describe('somebody whom the counter knows', () => {
  test('and an account with their full name that proves their number are one', async () => {
    const phone = newPhone()
    const knownId = await registerAtCounter(staff, '示范奶奶', phone)
    server.clock.advance({ hours: 1 })
    const { openId, client } = await inWechat('示范奶奶')
    expect((await bindBy(client, openId, phone)).body).toMatchObject({ wasMerged: true, person: { id: knownId } })
    await expect
      .poll(async () => JSON.stringify((await callList(staff)).filter(({ person }) => person.name === '示范奶奶')))
      .toContain('进了本人名下的小程序账号')
  })

  test('stays who they are when somebody else in the house proves their number', async () => {
    const phone = newPhone()
    const knownId = await registerAtCounter(staff, '示范爷爷', phone)
    const { openId, client } = await inWechat('示范孙女')
    expect((await bindBy(client, openId, phone)).body).toMatchObject({ wasMerged: false })
    expect((await client.call('getMe')).id).not.toBe(knownId)
  })
})

describe('a desk', () => {
  test('is not reached by taking over the number of somebody who has one', async () => {
    const victim = await withPhone()
    await giveRole(victim.client.personId, 'community_staff')
    const swapped = await signInByPhone(server, victim.phone)
    expect((await swapped.call('getMyAccount')).desk).toBe('locked')
    expect((await swapped.attempt('listMyQueues')).code).toBe('forbidden')
    const thief = await inWechat()
    expect((await bindBy(thief.client, thief.openId, victim.phone)).code).toBe('phone_bound_elsewhere')
    expect((await thief.client.call('getMe')).id).toBe(thief.client.personId)
  })

  test('stays with whoever has it when an account without one becomes theirs, and the other phone does not open it', async () => {
    const resident = await withPhone()
    const { openId, client: worker } = await inWechat()
    await giveRole(worker.personId, 'community_staff')
    expect((await bindBy(worker, openId, resident.phone)).body).toMatchObject({
      wasMerged: true,
      person: { id: worker.personId },
    })
    expect((await resident.client.call('getMyAccount')).desk).toBe('locked')
  })
})
