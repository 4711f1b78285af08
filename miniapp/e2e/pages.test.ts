import { expect } from 'vitest'
import { test } from './support/browser-test'
import { openWhole, peopleFor, preparePages } from './support/pages'
import { personAt } from './support/person'

test('the server sends a content security policy that lets no other host in', async ({ visit }) => {
  const { page } = await visit()
  const answer = await page.goto('/')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toMatch(/https?:\/\/|unsafe-eval|script-src[^;]*unsafe-inline/)
})

test('an unknown address says so and leads back to the first page', async ({ visit }) => {
  const person = personAt(await visit())
  await person.open('/nowhere/at/all')
  await person.isAt('没有这一页')
  await person.press('回首页')
  await person.isAt('小板凳')
  expect(new URL(person.page.url()).pathname).toMatch(/^\/(home\/pages\/index\/index)?$/)
})

test('an address deep inside opens by itself, and again after a refresh', async ({ visit }) => {
  const pages = await preparePages()
  const people = await peopleFor(visit)
  const detail = pages.find(({ name }) => name === '这件事')
  if (!detail) throw new Error('the list of pages has the item of a resident')
  const { resident } = people
  await openWhole(resident, detail)
  await resident.reads('门口路灯三天不亮')
  await resident.page.reload()
  await resident.reads('门口路灯三天不亮')
  await resident.press('返回')
  await resident.isAt('小板凳')
  expect(resident.messages.filter((message) => /^(error|uncaught)/.test(message))).toEqual([])
})
