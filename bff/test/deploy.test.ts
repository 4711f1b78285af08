import { readFileSync } from 'node:fs'
import { CHUNK_BYTES } from '@little-bench/shared/files/limits'
import { LIVE_PATH } from '@little-bench/shared/work-queue/live'
import { expect, test } from 'vitest'
import { Env, readEnv } from '../src/platform/env/env.ts'

const read = (name: string) => readFileSync(new URL(`../deploy/${name}`, import.meta.url), 'utf8')
const environmentIn = (text: string) =>
  Object.fromEntries([...text.matchAll(/^([A-Z_0-9]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]))

test('the environment of the example starts a server in production', () => {
  const env = readEnv(environmentIn(read('environment.example')))
  expect([env.NODE_ENV, env.DEMO]).toEqual(['production', '0'])
})

test('the example and the units name no variable that the server does not know', () => {
  const example = [...read('environment.example').matchAll(/^#?([A-Z_0-9]+)=/gm)].map(([, name = '']) => name)
  const unit = [...read('little-bench@.service').matchAll(/(?<=^Environment=.*)\b([A-Z_0-9]+)=/gm)].map(
    ([, name = '']) => name,
  )
  const known = [...Object.keys(Env.shape), 'MALLOC_ARENA_MAX']
  expect([...example, ...unit].filter((name) => !known.includes(name))).toEqual([])
  expect(unit).toEqual(['PORT', 'HOST', 'TRUST_PROXY', 'MALLOC_ARENA_MAX'])
})

test('the proxy takes pieces of files, passes live connections on and says itself who called', () => {
  const nginx = read('nginx.conf')
  const [, megabytes] = /client_max_body_size (\d+)m;/.exec(nginx) ?? []
  expect(Number(megabytes) * 1_048_576).toBeGreaterThan(CHUNK_BYTES)
  expect(nginx).toContain(`location = ${LIVE_PATH} {`)
  expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  expect(nginx).not.toContain('proxy_add_x_forwarded_for')
})

test('every variable of the server says what it is for', () => {
  const unsaid = Object.entries(Env.shape).filter(([, schema]) => !schema.description)
  expect(unsaid.map(([name]) => name)).toEqual([])
})
