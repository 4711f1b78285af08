import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ALL_SEALED_COLUMNS } from '../../bin/sealed-columns.ts'
import { personIdOf } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { createSealer } from '../platform/crypto/sealer.ts'
import { childrenOf } from './children.ts'
import { countForOldKeys, rotateKeys } from './rotate-keys.service.ts'
import { sealChild, sealPickUp } from './sealed-child.ts'
import { contactPurpose, factPurpose } from './sealed-purposes.ts'

const newKey = (id: string) => ({ id, key: randomBytes(32) })
const [OLD, NEW] = [newKey('old'), newKey('new')]
const lookupKey = randomBytes(32)
const before = createSealer({ fieldKeys: [OLD], lookupKey })
const during = createSealer({ fieldKeys: [NEW, OLD], lookupKey })
const after = createSealer({ fieldKeys: [NEW], lookupKey })

/** More than one batch of facts. */
const FACTS = 1_050
const CONTACTS = 20

let server: TestServer
const valueOf = (index: number): string => JSON.stringify({ communityId: 'raosai', name: `示范单位${index}` })

const insertFact = (id: string, sealed: string | null, endedBecause: string | null = 'corrected') =>
  server.sql(
    "insert into resident_fact (id, person_id, kind, sealed_value, in_force_from, ended_on, ended_because, consent_version, claimed_by, claimed_at) values ($1, $2, 'workplace', $3, '2026-11-23', '2026-11-23', $4, '2026-11-28', $2, now())",
    [id, personIdOf(server, 'resident'), sealed, endedBecause],
  )
const sealedFacts = () =>
  server.sql<{ id: string; sealed_value: string }>(
    'select id, sealed_value from resident_fact where sealed_value is not null order by id',
  )

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

beforeEach(async () => {
  await server.sql('delete from resident_fact')
  await server.sql('delete from person_contact')
  // Of demonstration people; sealed with the keys of the server.
  await server.sql('truncate home_visit cascade')
  const ids = Array.from({ length: FACTS }, () => uuidv7())
  const sealed = ids.map((id, index) => before.seal(valueOf(index), factPurpose(id, 'workplace')))
  await server.sql(
    "insert into resident_fact (id, person_id, kind, sealed_value, in_force_from, ended_on, ended_because, consent_version, claimed_by, claimed_at) select given.id, $1, 'workplace', given.sealed, '2026-11-23', '2026-11-23', 'corrected', '2026-11-28', $1, now() from unnest($2::uuid[], $3::text[]) as given (id, sealed)",
    [personIdOf(server, 'resident'), ids, sealed],
  )
  const people = await server.sql<{ id: string }>('select id from person order by id limit $1', [CONTACTS])
  for (const [index, { id }] of people.entries()) {
    await server.sql(
      "insert into person_contact (person_id, sealed_name, sealed_phone, has_account, channel, created_at) values ($1, $2, $3, false, 'call', now())",
      [
        id,
        before.seal(`示范${index}`, contactPurpose(id, 'name')),
        // Not everybody has a telephone.
        index % 2 === 0 ? before.seal(`0891-0000-${index}`, contactPurpose(id, 'phone')) : null,
      ],
    )
  }
})

test('every sealed column of the database is among those that are rotated', async () => {
  const columns = await server.sql<{ name: string }>(
    "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and column_name like 'sealed%'",
  )
  expect(ALL_SEALED_COLUMNS.map(({ name }) => name).toSorted()).toEqual(columns.map(({ name }) => name).toSorted())
})

test('after a rotation every value opens with the new key alone, and is what it was', async () => {
  const { db } = server.app.context
  const rotated = await rotateKeys(db, during)
  expect(rotated.slice(0, 3)).toMatchObject([
    { column: 'resident_fact.sealed_value', resealed: FACTS, current: 0, changed: 0, unreadable: [] },
    { column: 'person_contact.sealed_name', resealed: CONTACTS, unreadable: [] },
    { column: 'person_contact.sealed_phone', resealed: CONTACTS / 2, unreadable: [] },
  ])
  const facts = await sealedFacts()
  expect(facts.map(({ id, sealed_value }) => after.open(sealed_value, factPurpose(id, 'workplace')))).toEqual(
    facts.map((_fact, index) => valueOf(index)),
  )
  const contacts = await server.sql<{ person_id: string; sealed_name: string; sealed_phone: string | null }>(
    'select person_id, sealed_name, sealed_phone from person_contact order by person_id',
  )
  for (const [index, contact] of contacts.entries()) {
    expect(after.open(contact.sealed_name, contactPurpose(contact.person_id, 'name'))).toBe(`示范${index}`)
    if (contact.sealed_phone === null) continue
    expect(after.open(contact.sealed_phone, contactPurpose(contact.person_id, 'phone'))).toBe(`0891-0000-${index}`)
  }
  expect(await countForOldKeys(db, during)).toBe(0)
})

test('a rotation that is made again, or was interrupted, does only what is left', async () => {
  const { db } = server.app.context
  const [first] = await sealedFacts()
  if (!first) throw new Error('there are facts')
  const purpose = factPurpose(first.id, 'workplace')
  const present = during.seal(before.open(first.sealed_value, purpose), purpose)
  await server.sql('update resident_fact set sealed_value = $1 where id = $2', [present, first.id])
  expect((await rotateKeys(db, during))[0]).toMatchObject({ resealed: FACTS - 1, current: 1 })
  const rotated = await sealedFacts()
  expect((await rotateKeys(db, during))[0]).toMatchObject({ resealed: 0, current: FACTS })
  expect(await sealedFacts()).toEqual(rotated)
  expect(rotated[0]?.sealed_value).toBe(present)
})

test('two rotations at once do each value once', async () => {
  const { db } = server.app.context
  const runs = await Promise.all([rotateKeys(db, during), rotateKeys(db, during)])
  const resealed = runs.map(([facts]) => facts?.resealed ?? 0)
  expect(resealed.reduce((sum, count) => sum + count)).toBe(FACTS)
  expect(await countForOldKeys(db, during)).toBe(0)
})

test('a value that somebody changes meanwhile is not overwritten', async () => {
  const { db } = server.app.context
  const [column] = ALL_SEALED_COLUMNS
  const [first] = (await column?.list(db, null, 1)) ?? []
  if (!column || !first) throw new Error('there are facts')
  const changed = during.seal('{"changed":true}', first.purpose)
  await server.sql('update resident_fact set sealed_value = $1 where id = $2', [changed, first.id])
  const late = { id: first.id, before: first.sealed, after: during.seal('{"late":true}', first.purpose) }
  expect(await column.replace(db, [late])).toBe(0)
  const [kept] = await sealedFacts()
  expect(kept).toEqual({ id: first.id, sealed_value: changed })
})

test('what was erased stays erased', async () => {
  const id = uuidv7()
  await insertFact(id, null, 'withdrawn')
  await rotateKeys(server.app.context.db, during)
  expect(await server.sql('select sealed_value from resident_fact where id = $1', [id])).toEqual([
    { sealed_value: null },
  ])
})

test('a value that does not open is named and left alone, and keeps no other from being rotated', async () => {
  const { db } = server.app.context
  const id = uuidv7()
  const moved = before.seal(valueOf(1), factPurpose(uuidv7(), 'workplace'))
  await insertFact(id, moved)
  expect((await rotateKeys(db, during))[0]).toMatchObject({ resealed: FACTS, unreadable: [id] })
  expect(await countForOldKeys(db, during)).toBe(1)
  expect((await sealedFacts()).at(-1)).toEqual({ id, sealed_value: moved })
})

test('what is known of a child, and who may fetch it, opens with the new key alone', async () => {
  const { db } = server.app.context
  const [id, pickUpId, guardianId] = [uuidv7(), uuidv7(), personIdOf(server, 'resident')]
  const written = { nickname: '示范宝宝', bornIn: '2025-05', allergies: '花生' }
  const { sealed_nickname, sealed_born_in, sealed_allergies } = sealChild(before, id, written)
  await server.sql(
    `insert into child (community_id, id, guardian_id, sealed_nickname, sealed_born_in, sealed_allergies, consent_version,
       consented_at, created_at) values ('raosai', $1, $2, $3, $4, $5, '2026-11-28', now(), now())`,
    [id, guardianId, sealed_nickname, sealed_born_in, sealed_allergies],
  )
  const { sealed_name, sealed_phone } = sealPickUp(before, pickUpId, { name: '示范奶奶', phone: '08910000789' })
  await server.sql(
    `insert into child_pick_up (community_id, id, child_id, relation, sealed_name, sealed_phone, created_at)
     values ('raosai', $1, $2, 'grandparent', $3, $4, now())`,
    [pickUpId, id, sealed_name, sealed_phone],
  )
  await rotateKeys(db, during)
  const [child] = await childrenOf({ sealer: after }, db, 'raosai', guardianId)
  expect(child).toMatchObject({ ...written, pickUps: [{ name: '示范奶奶', phone: '08910000789' }] })
  await server.sql('delete from child_pick_up')
  await server.sql('delete from child')
})

test('the command says what it did and ends well once no old key is needed', async () => {
  const keyText = ({ id, key }: typeof OLD) => `${id}:${key.toString('base64')}`
  const command = fileURLToPath(new URL('../../bin/rotate-keys.ts', import.meta.url))
  const env = {
    ...process.env,
    DATABASE_URL: server.databaseUrl,
    FIELD_KEYS: [NEW, OLD].map(keyText).join(','),
    LOOKUP_KEY: lookupKey.toString('base64'),
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', command], { env })
  // Of the columns that hold nothing here nothing is said but that.
  const lines = stdout.split('\n').filter((line) => line !== '' && !line.includes(': 0 sealed anew, 0 were already'))
  expect(lines).toEqual([
    `resident_fact.sealed_value: ${FACTS} sealed anew, 0 were already, 0 changed meanwhile`,
    `person_contact.sealed_name: ${CONTACTS} sealed anew, 0 were already, 0 changed meanwhile`,
    `person_contact.sealed_phone: ${CONTACTS / 2} sealed anew, 0 were already, 0 changed meanwhile`,
    'Nothing needs an old key any more.',
  ])
})
