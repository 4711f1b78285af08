import { expect, test } from 'vitest'
import { EnvError, readEnv } from './env.ts'

const complete = { DATABASE_URL: 'postgres://secret:hunter2@db/bench', CONFIG_DIR: '/config' }

const refusal = (source: Record<string, string>): string => {
  try {
    readEnv(source)
  } catch (error) {
    return error instanceof EnvError ? error.message : 'another error'
  }
  return 'accepted'
}

test('two variables are enough, and demonstration sign-in is off', () => {
  expect(readEnv(complete)).toMatchObject({ PORT: 8787, DEMO: '0', NODE_ENV: 'development' })
})

test('a missing variable is named', () => {
  expect(refusal({})).toMatch(/DATABASE_URL.*CONFIG_DIR/)
})

test.each([
  { PORT: 'hunter2' },
  { DATABASE_POOL: 'hunter2' },
  { LOG_LEVEL: 'hunter2' },
  { METRICS_TOKEN: 'hunter2' },
  { DEMO: 'hunter2' },
  { RATE_LIMIT_READ: 'hunter2' },
])('a wrong value of %j is named without being shown', (wrong) => {
  const message = refusal({ ...complete, ...wrong })
  expect(message).toContain(Object.keys(wrong)[0])
  expect(message).not.toContain('hunter2')
})

test('demonstration sign-in never runs in production', () => {
  expect(refusal({ ...complete, DEMO: '1', NODE_ENV: 'production' })).toContain('DEMO')
})
