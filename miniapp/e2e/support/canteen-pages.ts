import { findSitting, orderMeal } from './meals'
import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer } from './server'

const RAOSAI = { communityId: 'raosai' }
const SITTINGS = '/canteen/pages/sittings/index'
const KITCHEN = '/kitchen/pages/today/index'

/** The pages of the canteen for a resident who has ordered and who waits, and those of its kitchen. */
export const canteenPages = async (): Promise<AppPage[]> => {
  const [resident, kitchen] = await Promise.all([atTheServer('resident'), atTheServer('kitchen')])
  const lunch = { ...RAOSAI, sitting: 'lunch', day: 3 } as const
  const order = await orderMeal(resident, lunch)
  const { id: slotId, on, canteenId } = await findSitting(kitchen, lunch)
  const dinner = await findSitting(kitchen, { ...RAOSAI, sitting: 'dinner', day: 3 })
  const sitting = `communityId=raosai&slotId=${slotId}`
  const day = `communityId=raosai&canteenId=${canteenId}&on=${on}`
  const ordering = `/canteen/pages/order/index?communityId=raosai&slotId=${dinner.id}&on=${on}`
  return [
    { name: '社区食堂', path: SITTINGS, who: 'resident', shows: '就订这些' },
    { name: '社区食堂，没登录', path: SITTINGS, who: 'visitor', shows: '还没有食堂' },
    { name: '订餐', path: ordering, who: 'resident', shows: '位子给您留到' },
    { name: '订餐，第2步', path: ordering, who: 'resident', shows: '位子给您留到', goOn: chooseDish },
    { name: '订餐，第3步', path: ordering, who: 'resident', shows: '位子给您留到', goOn: seePrice },
    {
      name: '我的餐',
      path: `/canteen/pages/meal/index?communityId=raosai&id=${order.id}`,
      who: 'resident',
      shows: '取餐码',
    },
    { name: '长期订餐', path: '/canteen/pages/standing/index', who: 'resident', shows: '还没有长期订餐' },
    {
      name: '加一个长期订餐',
      path: '/canteen/pages/standing/index',
      who: 'resident',
      shows: '还没有长期订餐',
      goOn: add,
    },
    { name: '没来吃饭时', path: '/canteen/pages/absence/index', who: 'resident', shows: '我同意' },
    { name: '我的预约', path: '/bookings/pages/mine/index', who: 'resident', shows: '要一个网址' },
    { name: '更多服务', path: '/home/pages/services/index', who: 'resident', shows: '绕赛社区服务大厅' },
    { name: '厨房', path: KITCHEN, who: 'kitchen', shows: '日结单' },
    { name: '厨房的单子', path: `/kitchen/pages/sheet/index?${sitting}`, who: 'kitchen', shows: '要做多少' },
    {
      name: '关一餐',
      path: `/kitchen/pages/sheet/index?${sitting}`,
      who: 'kitchen',
      shows: '要做多少',
      goOn: seeSeats,
    },
    { name: '送餐单', path: `/kitchen/pages/delivery/index?${sitting}`, who: 'kitchen', shows: '这一餐没有要送的' },
    { name: '写菜单', path: `/kitchen/pages/menu/index?${day}`, who: 'kitchen', shows: '加一道菜' },
    { name: '日结单', path: `/kitchen/pages/day-end/index?${day}`, who: 'kitchen', shows: '经手人' },
  ]
}

/** The main action stands last in the bar, in either language. */
const pressMain = ({ page }: Person) =>
  page.getByRole('contentinfo').filter({ visible: true }).getByRole('button').last().click()

const chooseDish = async (person: Person) => {
  await person.page.getByRole('button', { name: /加一$/ }).filter({ visible: true }).first().click()
  await pressMain(person)
  await person.choose(/^送到家/)
  await person.reads('门牌、楼层')
}

/** What was chosen at the second step is on the phone since then; a page that finds it begins with what is missing. */
const seePrice = async (person: Person) => {
  await person.reads('怎么吃？')
  await person.choose(/^在食堂吃/)
  await pressMain(person)
  await person.reads('到食堂付')
}

const add = async (person: Person) => {
  await person.press('加一个')
  await person.reads('星期几？')
}

const seeSeats = async (person: Person) => {
  await person.press('改位子、关这一餐')
  await person.page.getByRole('dialog').waitFor()
}
