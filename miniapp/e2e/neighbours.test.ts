import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer, say } from './support/server'

const PLACE = '小广场（示范）'
const PLACE_ID = 'raosai-small-square'

const describe = async (resident: Person, words: string) => {
  await resident.open('/issues/pages/report/index')
  await resident.choose('垃圾清运')
  await resident.press('下一步')
  await resident.write('发生了什么？', words)
  await resident.choose(PLACE)
  await resident.choose('邻居也能看到')
  await resident.press('下一步')
  await resident.reads('第3步/共3步')
}

const myWords = async () => {
  const resident = await atTheServer('resident')
  const { items } = await resident.call('listMyItems')
  const issues = await Promise.all(
    items
      .filter(({ service }) => service === 'issues')
      .map(({ communityId, subjectId }) => resident.call('getIssue', { params: { communityId, issueId: subjectId } })),
  )
  return issues.map(({ description }) => description)
}

test('whoever has the same trouble as a neighbour says so instead of reporting it again, and can take it back', async ({
  visit,
}) => {
  const said = '垃圾桶满了三天，没人来收'
  const neighbour = await atTheServer('neighbour')
  await say(neighbour, { words: said, serviceCode: 'garbage', placeId: PLACE_ID, visibility: 'public' })
  const resident = personAt(await visit())
  await signIn(resident, 'resident')
  const mine = '广场边的垃圾又满了'
  await describe(resident, mine)
  await resident.reads('附近有人说过差不多的事')
  await resident.page.getByRole('group', { name: said, exact: true }).getByRole('button', { name: '我也一样' }).click()
  await resident.isAt('记在一起了')
  await resident.press('不用了，删掉')
  await resident.press('看这件事')
  await resident.reads('1户也一样')
  expect(await myWords()).not.toContain(mine)
  await resident.press('取消「我也一样」')
  await resident.reads('取消了，不再给您发这件事的消息。')
  expect(await resident.text()).not.toContain('1户也一样')
})

test('before neighbours read it a telephone number is pointed out and covered, and afterwards more can be', async ({
  visit,
}) => {
  const resident = personAt(await visit())
  await signIn(resident, 'resident')
  await describe(resident, '井边垃圾没人收，找我13800001111')
  await resident.reads('公开以后，邻居也会看到这些')
  await resident.press('遮掉电话 13800001111')
  const preview = '井边垃圾没人收，找我＊＊＊'
  await resident.reads('邻居会看到')
  await resident.press('发出去')
  await resident.isAt('收到了')
  expect(await myWords()).toContain(preview)

  await resident.press('看这件事')
  await resident.press('遮掉一部分')
  await resident.write('以后这样写', '井边垃圾没人收')
  await resident.press('遮掉')
  await resident.reads('遮掉了。邻居看不到那些了。')
  await resident.reads('已遮掉一部分')
  const neighbour = await atTheServer('neighbour')
  const { items } = await neighbour.call('listPublicIssues', { params: { communityId: 'raosai' } })
  const words = items.map(({ description }) => description)
  expect(words).toContain('井边垃圾没人收')
  expect(words).not.toContain(preview)
})
