import { expect, test } from 'vitest'
import { EnvError, readEnv } from './env.ts'

const KEY = Buffer.alloc(32, 'hunter2').toString('base64')
const complete = {
  DATABASE_URL: 'postgres://secret:hunter2@db/bench',
  CONFIG_DIR: '/config',
  FIELD_KEYS: `first:${KEY}`,
  LOOKUP_KEY: KEY,
}

const refusal = (source: Record<string, string>): string => {
  try {
    readEnv(source)
  } catch (error) {
    return error instanceof EnvError ? error.message : 'another error'
  }
  return 'accepted'
}

test('the database, the configuration and the keys are enough, and demonstration sign-in is off', () => {
  expect(readEnv(complete)).toMatchObject({ PORT: 8787, DEMO: '0', NODE_ENV: 'development' })
})

test('a missing variable is named', () => {
  expect(refusal({})).toMatch(/DATABASE_URL.*FIELD_KEYS.*LOOKUP_KEY.*CONFIG_DIR/)
})

test.each([
  { PORT: 'hunter2' },
  { DATABASE_POOL: 'hunter2' },
  { LOG_LEVEL: 'hunter2' },
  { METRICS_TOKEN: 'hunter2' },
  { DEMO: 'hunter2' },
  { RATE_LIMIT_READ: 'hunter2' },
  { FIELD_KEYS: 'hunter2' },
  { FIELD_KEYS: 'hunter2:hunter2' },
  { FIELD_KEYS: `first:${KEY},first:${KEY}` },
  { LOOKUP_KEY: 'hunter2' },
])('a wrong value of %j is named without being shown', (wrong) => {
  const message = refusal({ ...complete, ...wrong })
  expect(message).toContain(Object.keys(wrong)[0])
  expect(message).not.toContain('hunter2')
})

test('demonstration sign-in never runs in production', () => {
  expect(refusal({ ...complete, DEMO: '1', NODE_ENV: 'production' })).toContain('DEMO')
})

test('the first key seals and the others are kept for what they sealed', () => {
  const { FIELD_KEYS: keys } = readEnv({ ...complete, FIELD_KEYS: `second:${KEY},first:${KEY}` })
  expect(keys.map(({ id, key }) => [id, key.length])).toEqual([
    ['second', 32],
    ['first', 32],
  ])
})

test('a storage that speaks S3 is named wholly or not at all', () => {
  const s3 = { FILES_S3_ENDPOINT: 'https://s3.example', FILES_S3_BUCKET: 'bench', FILES_S3_ACCESS_KEY: 'hunter2' }
  const message = refusal({ ...complete, ...s3 })
  expect(message).toContain('FILES_S3_REGION, FILES_S3_SECRET_KEY')
  expect(message).not.toContain('hunter2')
})
