import type { BrowserContextOptions } from 'playwright-core'
import type { Visit } from './browser-test'
import { signIn } from './people'
import { type Person, personAt } from './person'
import { atTheServer, move, say } from './server'

export interface AppPage {
  name: string
  path: string
  /** Who looks at it. */
  who: 'visitor' | 'resident' | 'staff'
}

/** Every page of the app with something on it: made once for a file that looks at all of them. */
export const preparePages = async (): Promise<AppPage[]> => {
  const resident = await atTheServer('resident')
  const worker = await atTheServer('firstGridWorker')
  const open = await say(resident, { words: '门口路灯三天不亮,晚上看不见路', visibility: 'public' })
  const done = await say(resident, { words: '巷口的灯一闪一闪', placeId: 'raosai-dongzisu-lane-3-entrance' })
  await move(worker, done, { move: 'claim' })
  await move(worker, done, { move: 'resolve', note: '换了灯泡,今晚会亮' })
  const issue = (item: typeof open) => `communityId=${item.communityId}&id=${item.id}`
  const item = (of: typeof open) => `communityId=${of.communityId}&id=${of.workItemId}`
  return [
    { name: '首页,没登录', path: '/home/pages/index/index', who: 'visitor' },
    { name: '登录', path: '/people/pages/sign-in/index', who: 'visitor' },
    { name: '我,没登录', path: '/people/pages/me/index', who: 'visitor' },
    { name: '我说的事,没登录', path: '/issues/pages/list/index', who: 'visitor' },
    { name: '首页', path: '/home/pages/index/index', who: 'resident' },
    { name: '说一件事', path: '/issues/pages/report/index', who: 'resident' },
    { name: '我说的事', path: '/issues/pages/list/index', who: 'resident' },
    { name: '这件事', path: `/issues/pages/detail/index?${issue(open)}`, who: 'resident' },
    { name: '评价', path: `/issues/pages/rate/index?${issue(done)}&workItemId=${done.workItemId}`, who: 'resident' },
    { name: '大家说的事', path: '/issues/pages/public/index', who: 'resident' },
    { name: '消息', path: '/people/pages/inbox/index', who: 'resident' },
    { name: '我', path: '/people/pages/me/index', who: 'resident' },
    { name: '首页,工作人员', path: '/home/pages/index/index', who: 'staff' },
    { name: '工作台', path: '/work-queue/pages/inbox/index', who: 'staff' },
    { name: '办理', path: `/work-queue/pages/item/index?${item(open)}`, who: 'staff' },
  ]
}

/** One browser for each kind of person, signed in once, to go through many pages. */
export const peopleFor = async (
  visit: Visit,
  options?: BrowserContextOptions,
): Promise<Record<AppPage['who'], Person>> => {
  const [visitor, resident, staff] = await Promise.all([visit(options), visit(options), visit(options)])
  const people = { visitor: personAt(visitor), resident: personAt(resident), staff: personAt(staff) }
  await Promise.all([signIn(people.resident, 'resident'), signIn(people.staff, 'firstGridWorker')])
  return people
}

/** Opens the page and waits until it shows what it is about, not only its shape. */
export const openWhole = async (person: Person, { path }: AppPage): Promise<void> => {
  await person.open(path)
  await person.page.waitForLoadState('networkidle')
}
