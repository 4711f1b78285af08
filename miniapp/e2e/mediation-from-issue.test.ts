import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { personAt } from './support/person'
import { atTheServer, move, say } from './support/server'

test('what staff bring over goes on only when the resident agrees, in their words, and can be refused', async ({
  visit,
}) => {
  const resident = await atTheServer('resident')
  const worker = await atTheServer('firstGridWorker')
  const bring = async (words: string, agreed: string) => {
    const said = await say(resident, { words, serviceCode: 'blocked_path' })
    const { communityId, workItemId } = said
    await move(worker, said, { move: 'claim' })
    const params = { communityId, workItemId }
    const { version } = await worker.call('getWorkItem', { params })
    await worker.call('moveWorkItem', {
      params,
      body: { move: 'convert', version, service: 'mediation', agreed, hasConsent: true },
    })
    return `/issues/pages/detail/index?communityId=${communityId}&id=${said.id}`
  }
  const first = await bring('邻居的三轮车天天堵着巷口，吵过两次。', '三轮车停在巷口')
  const second = await bring('楼道里堆了纸箱，说不通。', '楼道里的纸箱')
  const person = personAt(await visit())
  await signIn(person, 'resident')

  await person.open(first)
  await person.press('看带了什么，同意还是不同意')
  await person.choose(/^没有/)
  await person.press('下一步')
  await person.reads('下面是您同意带过来的话')
  expect(await person.page.getByRole('textbox', { name: /怎么回事/ }).inputValue()).toBe('三轮车停在巷口')
  await person.choose('邻里')
  await person.write(/怎么回事/, '三轮车停在巷口，轮椅过不去')
  await person.press('下一步')
  await person.press('下一步')
  await person.press('请调委会推荐')
  await person.write(/对方姓名/, '巷口邻居（示范）')
  await person.press('下一步')
  await person.press('送给调委会')
  await person.isAt('收到了')
  await person.press('看这件事')
  await person.reads('三轮车停在巷口，轮椅过不去')
  await person.reads('调委会在看')

  await person.open('/mediation/pages/mine/index')
  await person.page.getByText('工作人员按您说的转来的').filter({ visible: true }).first().click()
  await person.reads('楼道里的纸箱')
  await person.press('不同意，不说了')
  const dialog = person.page.getByRole('dialog').filter({ visible: true })
  await dialog.getByRole('button', { name: '不同意，不说了', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await person.reads('结束了')
  await person.open(second)
  await person.press('看带了什么，同意还是不同意')
  await person.choose(/^没有/)
  await person.press('下一步')
  await person.reads('这件事您已经答复了')
})
