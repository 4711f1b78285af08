import { expect } from 'vitest'
import { test } from './support/browser-test'
import { sayUnseen } from './support/moderation-pages'
import { signIn } from './support/people'
import { type Person, personAt } from './support/person'

const PUBLIC = '/issues/pages/public/index'
const detailOf = (said: { communityId: string; id: string }) =>
  `/issues/pages/detail/index?communityId=${said.communityId}&id=${said.id}`

/** Through the tools of the desk, as staff come there. */
const openHeld = async (staff: Person) => {
  await staff.open('/work-queue/pages/inbox/index')
  await staff.press(/^工具/)
  await staff.press(/^给邻居看之前（\d+件等着看）/)
  await staff.isAt('给邻居看之前')
}

test('a report that waits becomes visible to the neighbour once somebody has looked, and hidden again after another look', async ({
  visit,
}) => {
  const words = '楼道口堆着旧家具，老人过不去'
  const said = await sayUnseen(words)
  const [resident, neighbour, staff] = [personAt(await visit()), personAt(await visit()), personAt(await visit())]
  await signIn(resident, 'resident')
  await signIn(neighbour, 'neighbour')
  await signIn(staff, 'communityStaff')

  await resident.open(detailOf(said))
  await resident.reads('邻居还看不到：等人看一下。')
  await neighbour.open(PUBLIC)
  await neighbour.reads('说的人愿意公开的')
  expect(await neighbour.text()).not.toContain(words)
  await neighbour.open(detailOf(said))
  await neighbour.reads('没有找到')

  await openHeld(staff)
  await staff.reads(words)
  await staff.press(`给邻居看：${words}`)
  await staff.reads('邻居看得到了')
  await neighbour.open(PUBLIC)
  await neighbour.reads(words)
  await resident.open(detailOf(said))
  await resident.reads(words)
  expect(await resident.text()).not.toContain('邻居还看不到')

  await staff.page.getByRole('tab', { name: '决定过的' }).filter({ visible: true }).click()
  await staff.press(`不给邻居看：${words}`)
  await staff.choose(/^写了是谁/)
  await staff.page.getByRole('dialog').getByRole('button', { name: '不给邻居看', exact: true }).click()
  await staff.reads('没有给邻居看，说的人会收到原因')
  await neighbour.open(PUBLIC)
  await neighbour.reads('说的人愿意公开的')
  expect(await neighbour.text()).not.toContain(words)
  await resident.open(detailOf(said))
  await resident.reads('写了是谁。事情照办')
})
