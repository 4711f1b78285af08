import { expect, inject } from 'vitest'
import { createClient } from '../../bff/test/client'
import { test } from './support/browser-test'
import { chooseIdentity, signIn } from './support/people'
import { personAt } from './support/person'
import { atTheServer } from './support/server'

test('who was signed out on another phone is asked to sign in again and loses no word', async ({ visit }) => {
  const words = '院子里的水管漏了一夜'
  const resident = personAt(await visit())
  await signIn(resident, 'signedOutResident')
  await resident.open('/issues/pages/report/index')
  await resident.choose('公厕、管道')
  await resident.press('下一步')
  await resident.write('发生了什么？', words)
  await resident.page.getByRole('radiogroup', { name: '在哪里？' }).getByRole('radio').first().click()
  await resident.press('下一步')

  await (await atTheServer('signedOutResident')).call('endAllSessions')
  await resident.press('发出去')
  await resident.reads('登录已过期，请重新登录')
  await resident.reads(words)

  await resident.press('先去登录')
  await chooseIdentity(resident, 'signedOutResident')
  // It sends itself once its person is back.
  await resident.isAt('收到了')
  expect(await resident.text()).toContain('编号')
})

test('a session that was ended everywhere opens nothing any more', async ({ visit }) => {
  const worker = personAt(await visit())
  await signIn(worker, 'signedOutGridWorker')
  await worker.open('/work-queue/pages/inbox/index')
  await worker.reads('待办')
  const everywhere = await atTheServer('signedOutGridWorker')
  await everywhere.call('endAllSessions')

  await worker.press('刷新')
  await worker.reads('先登录，再看您的待办')
  const again = createClient(inject('stage').url, everywhere.token, everywhere.personId)
  expect((await again.attempt('listMyQueues')).code).toBe('unauthenticated')
})
