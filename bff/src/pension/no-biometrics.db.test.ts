import { apiEndpoints } from '@little-bench/shared/api'
import { FILE_SUBJECTS } from '@little-bench/shared/files/kinds'
import { isBytesBody, isFileAnswer, type OperationContract } from '@little-bench/shared/kernel/endpoint'
import { lastDigitOf } from '@little-bench/shared/kernel/personal-numbers'
import { pensionContract } from '@little-bench/shared/pension/contract'
import { openProofEndpoints, pensionEndpoints, visitEndpoints } from '@little-bench/shared/pension/endpoints'
import { openProofContract } from '@little-bench/shared/pension/open-proof.contract'
import { visitContract } from '@little-bench/shared/pension/visit.contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ALL_SEALED_COLUMNS } from '../../bin/sealed-columns.ts'
import { everythingStored } from '../../test/counter.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const CONTRACTS: Record<string, OperationContract> = { ...pensionContract, ...openProofContract, ...visitContract }
const ENDPOINTS = { ...pensionEndpoints, ...openProofEndpoints, ...visitEndpoints }
type Name = keyof typeof ENDPOINTS
const isName = (name: string): name is Name => name in ENDPOINTS
const NAMES = Object.keys(ENDPOINTS).filter(isName)

/** An ID number that nobody has: of the region 540102, with an order number of zero. */
const FIRST = '54010219490101000'
const ID_NUMBER = FIRST + lastDigitOf(FIRST)
/** The first bytes of a JPEG, as a page would send them. */
const FACE = 'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD'
const PLANTED = { 'an ID number': ID_NUMBER, 'a face': FACE }
const TRACES = [ID_NUMBER, '/9j/4AAQSkZJRg']

const DOOR = '二楼左手边（示范）'

const PARTS = ['params', 'query', 'body'] as const
interface Field {
  name: Name
  part: (typeof PARTS)[number]
  path: readonly string[]
  /** Takes whatever somebody writes: no list, no shape. */
  isFree: boolean
}

interface Schema {
  type?: string
  enum?: unknown
  const?: unknown
  format?: string
  pattern?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

const leavesOf = (schema: Schema, path: readonly string[] = []): { path: readonly string[]; isFree: boolean }[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([key, member]) => leavesOf(member, [...path, key])),
  ...(schema.items ? leavesOf(schema.items, [...path, '0']) : []),
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((member) => leavesOf(member, path)),
  ...(schema.type === 'string' || schema.enum !== undefined
    ? [{ path, isFree: schema.enum === undefined && schema.format === undefined && schema.pattern === undefined }]
    : []),
]

/** Every field of every operation into which somebody can write letters. */
const FIELDS: Field[] = NAMES.flatMap((name) =>
  PARTS.flatMap((part) => {
    const schema = CONTRACTS[name]?.[part]
    if (schema === undefined || isBytesBody(schema)) return []
    const json = z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'any' }) as Schema
    return leavesOf(json).map((leaf) => ({ name, part, ...leaf }))
  }),
)
const pathOf = ({ name, part, path }: Field): string => [name, part, ...path].join('.')

let server: TestServer
/** A visit of today, for whoever makes it. */
let visitId = '0199f000-0000-7000-8000-000000000001'
let tokens: Record<'elder' | 'staff' | 'worker', string>

const send = async (
  name: Name,
  token: string,
  { params, query, body }: { params: Record<string, string>; query: Record<string, string>; body: unknown },
) => {
  const [method, route] = ENDPOINTS[name]
  const path = route.replace(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(params[key] ?? ''))
  const search = new URLSearchParams(query)
  return server.send(`${path}?${search.toString()}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(method !== 'GET' && body !== undefined && { body: JSON.stringify(body) }),
  })
}
const today = '2026-11-23'
const inputOf = (name: Name) => {
  const visitorId = personIdOf(server, 'grid_worker', { gridCellId: 'raosai-1' })
  const bodies: Partial<Record<Name, object>> = {
    saveProofOfLifeWay: { canUseApp: true, hasHelper: false, needsVisit: false },
    recordProofOfLifeDone: { on: '2026-06-01', evidence: 'app_says_so' },
    requestHomeVisit: { reasons: ['old_age'], consents: true, placeId: 'raosai-dongzisu-lane-3-no-7', door: DOOR },
    rescheduleVisit: { notOn: ['2026-11-24'] },
    verifyVisitCode: { code: '000000' },
    planVisitRound: { visits: [{ visitId, version: 1, from: 600, until: 660 }] },
    recordVisitOutcome: { outcome: 'not_at_home' },
  }
  return {
    params: { communityId: 'raosai', visitId, on: today, visitorId } as Record<string, string>,
    query: {} as Record<string, string>,
    body: structuredClone(bodies[name]) as object | undefined,
  }
}
const BY_WORKER: readonly string[] = ['recordVisitOutcome']
const tokenFor = (name: Name): string => {
  if (name in pensionEndpoints) return tokens.elder
  return BY_WORKER.includes(name) ? tokens.worker : tokens.staff
}

const plantAt = (target: unknown, path: readonly string[], text: string): void => {
  const [key = '', ...rest] = path
  const holder = target as Record<string, unknown>
  if (rest.length === 0) {
    holder[key] = text
    return
  }
  holder[key] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}
  plantAt(holder[key], rest, text)
}

beforeAll(async () => {
  server = await startTestServer()
  server.clock.set(START)
  const signIn = async (personId: string) => (await server.signIn(personId)).token ?? ''
  tokens = {
    elder: await signIn(await addPerson(server, 'resident', { communityId: 'raosai' })),
    staff: await signIn(personIdOf(server, 'community_staff', { communityId: 'raosai' })),
    worker: await signIn(personIdOf(server, 'grid_worker', { gridCellId: 'raosai-1' })),
  }
  if ('requestHomeVisit' in apiEndpoints) await planVisit()
})
afterAll(() => server.stop())

const planVisit = async (): Promise<void> => {
  const asked = await send('requestHomeVisit', tokens.elder, inputOf('requestHomeVisit'))
  visitId = String(Object(asked.body).visit.id)
  const planned = await send('planVisitRound', tokens.staff, inputOf('planVisitRound'))
  expect([planned.status, planned.code]).toEqual([200, undefined])
}

test('whoever adds a field that takes any words decides here that it is searched', () => {
  expect(FIELDS.length).toBeGreaterThan(20)
  const free = FIELDS.filter(({ isFree }) => isFree).map(pathOf)
  expect(free.filter((path) => !/\.(communityId|placeId|gridCellId)$/.test(path)).toSorted()).toEqual([
    'listOpenProofsOfLife.query.cursor',
    'recordVisitOutcome.body.note',
    'requestHomeVisit.body.door',
    'requestHomeVisit.body.note',
    'rescheduleVisit.body.note',
    'verifyVisitCode.body.code',
  ])
})

test('no operation takes a file or gives one, and no file belongs to it', () => {
  for (const name of NAMES) {
    const { body, ok } = CONTRACTS[name] ?? {}
    expect([name, body !== undefined && isBytesBody(body)]).toEqual([name, false])
    expect([name, ok !== undefined && isFileAnswer(ok[1])]).toEqual([name, false])
  }
  expect(FIELDS.map(pathOf).filter((path) => /file|photo|picture|upload|voice/i.test(path))).toEqual([])
  expect(FILE_SUBJECTS.filter((subject) => /proof|visit|pension/.test(subject))).toEqual([])
})

test('no column is there for it', async () => {
  const columns = await server.sql<{ column: string }>(
    `select table_name || '.' || column_name as column from information_schema.columns
     where table_schema = 'public' and table_name ~ '^(proof_|home_visit|visit_)'`,
  )
  expect(columns.length).toBeGreaterThan(20)
  expect(columns.filter(({ column }) => /face|photo|picture|id_number|id_card|file/.test(column))).toEqual([])
})

const isMounted = ({ name }: Field): boolean => name in apiEndpoints
/** It is compared and kept nowhere. */
const ONLY_COMPARED = 'verifyVisitCode.body.code'

const isSearched = (field: Field): boolean =>
  field.isFree && field.part === 'body' && !pathOf(field).endsWith('Id') && pathOf(field) !== ONLY_COMPARED

describe.each(Object.entries(PLANTED))('%s', (_what, planted) => {
  const plant = async ({ name, part, path }: Field) => {
    const input = inputOf(name)
    plantAt(input[part], path, planted)
    return send(name, tokenFor(name), input)
  }
  const fields = FIELDS.filter(isMounted).map((field) => [pathOf(field), field] as const)

  test.each(fields)('never comes back, nor is it taken, in %s', async (path, field) => {
    const answer = await plant(field)
    expect(TRACES.filter((trace) => answer.text.includes(trace))).toEqual([])
    expect(answer.text).not.toContain('"isRight":true')
    expect([400, 404, 409, 422, ...(path === ONLY_COMPARED ? [200] : [])]).toContain(answer.status)
  })

  test('is refused, and said to be, in whatever takes any words', async () => {
    const answers = await Promise.all(FIELDS.filter(isMounted).filter(isSearched).map(plant))
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(answers.map(() => 'biometrics_refused')))
  })
})

test('nothing of it is in any column of any table, sealed or not, nor in the log', async () => {
  await send('recordProofOfLifeDone', tokens.elder, inputOf('recordProofOfLifeDone'))
  const opened: string[] = []
  const { db, sealer } = server.app.context
  for (const column of ALL_SEALED_COLUMNS) {
    for (const { sealed, purpose } of await column.list(db, null, 1_000)) opened.push(sealer.open(sealed, purpose))
  }
  const texts = { stored: await everythingStored(server), opened: opened.join(' '), logged: server.logged() }
  // What is kept is found by the same look.
  expect(texts.stored.includes('app_says_so')).toBe(true)
  expect(texts.logged.includes('/proof-of-life')).toBe(true)
  expect(texts.opened.includes(DOOR)).toBe('requestHomeVisit' in apiEndpoints)
  for (const [where, text] of Object.entries(texts)) {
    expect([where, ...TRACES.filter((trace) => text.includes(trace))]).toEqual([where])
  }
})
