import { expect } from 'vitest'
import { test } from './support/browser-test'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'
import { atTheServer, say } from './support/server'

const REFUSED = '刚才有别人先动了这件事'

const openAtDesk = async (staff: Person, { communityId, workItemId }: { communityId: string; workItemId: string }) => {
  await staff.open(`/work-queue/pages/item/index?communityId=${communityId}&id=${workItemId}`)
  await staff.page.getByRole('button', { name: '我来办' }).waitFor()
}

test('the second to claim an item is told in plain words and sees who has it', async ({ visit }) => {
  const item = await say(await atTheServer('neighbour'), { words: '门口的坑很深', serviceCode: 'road_surface' })
  const first = personAt(await visit())
  const second = personAt(await visit())
  await signIn(first, 'communityStaff')
  await signIn(second, 'otherCommunityStaff')
  await openAtDesk(first, item)
  await openAtDesk(second, item)

  await first.press('我来办')
  await first.reads('您在办')
  await second.press('我来办')
  await second.reads(REFUSED)
  await second.reads('绕赛社区工作人员（示范一）在办')
  expect(await second.text()).not.toContain('您在办')
})

test('what somebody typed is kept when another person moved the item first', async ({ visit }) => {
  const item = await say(await atTheServer('neighbour'), { words: '台阶太高', serviceCode: 'barrier_free' })
  const first = personAt(await visit())
  const second = personAt(await visit())
  await signIn(first, 'communityStaff')
  await signIn(second, 'otherCommunityStaff')
  await openAtDesk(second, item)
  await second.press('更多')
  await second.page.getByRole('button', { name: '不办，告诉居民原因' }).click()
  await second.choose('不归我们办')
  await second.write('告诉居民什么', '这段台阶归市政养护部门')

  await openAtDesk(first, item)
  await first.press('我来办')
  await first.reads('您在办')
  await second.press('发给居民并结案')
  await second.reads(REFUSED)
  await second.reads('绕赛社区工作人员（示范一）在办')
  const note = second.page.getByRole('textbox', { name: '告诉居民什么' })
  expect(await note.inputValue()).toBe('这段台阶归市政养护部门')
})
