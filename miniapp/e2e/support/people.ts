import type { Person } from './person'

/** Demonstration people by what is written on their entry of the sign-in page. */
export const PEOPLE = {
  resident: { community: '绕赛社区', name: '绕赛社区居民（示范一）' },
  neighbour: { community: '绕赛社区', name: '绕赛社区居民（示范二）' },
  elderDaughter: { community: '绕赛社区', name: '绕赛社区老人的女儿（示范）' },
  firstGridWorker: { community: '绕赛社区', name: '绕赛社区第一网格网格员（示范）' },
  thirdGridWorker: { community: '绕赛社区', name: '绕赛社区第三网格网格员（示范）' },
  gridLeader: { community: '绕赛社区', name: '绕赛社区网格长（示范）' },
  kitchen: { community: '绕赛社区', name: '绕赛社区食堂（示范）' },
  communityStaff: { community: '绕赛社区', name: '绕赛社区工作人员（示范一）' },
  otherCommunityStaff: { community: '绕赛社区', name: '绕赛社区工作人员（示范二）' },
  committee: { community: '绕赛社区', name: '绕赛社区人民调解委员会（示范）' },
  mediator: { community: '绕赛社区', name: '绕赛社区调解员（示范）' },
  childcareWorker: { community: '绕赛社区', name: '绕赛社区托育人员（示范）' },
  visitingWorker: { community: '绕赛社区', name: '绕赛社区上门服务人员（示范）' },
  cisongtangResident: { community: '慈松塘社区', name: '慈松塘社区居民（示范一）' },
  cisongtangGridWorker: { community: '慈松塘社区', name: '慈松塘社区第一网格网格员（示范）' },
  // One lets the other act for her, in acting-for.test.ts alone.
  mother: { community: '尼卓林社区', name: '尼卓林社区居民（示范一）' },
  daughter: { community: '尼卓林社区', name: '尼卓林社区老人的女儿（示范）' },
  // They eat in the canteen of 俄杰塘, and nothing else is done there.
  diner: { community: '俄杰塘社区', name: '俄杰塘社区居民（示范二）' },
  dinersDaughter: { community: '俄杰塘社区', name: '俄杰塘社区老人的女儿（示范）' },
  cook: { community: '俄杰塘社区', name: '俄杰塘社区食堂（示范）' },
  dinersCounter: { community: '俄杰塘社区', name: '俄杰塘社区工作人员（示范一）' },
  // Their sessions are ended everywhere in a test: nobody else may use them.
  signedOutResident: { community: '俄杰塘社区', name: '俄杰塘社区居民（示范一）' },
  signedOutGridWorker: { community: '俄杰塘社区', name: '俄杰塘社区第一网格网格员（示范）' },
  // How they read is kept for them in display-preferences.test.ts: others would find their letters.
  reader: { community: '慈松塘社区', name: '慈松塘社区居民（示范二）' },
  otherReader: { community: '慈松塘社区', name: '慈松塘社区老人的女儿（示范）' },
} as const
export type DemoPerson = keyof typeof PEOPLE

/** Signs in through the page, as the person would, and waits for the page from where they came, or home. */
export const signIn = async (person: Person, who: DemoPerson): Promise<void> => {
  await person.open('/people/pages/sign-in/index')
  await chooseIdentity(person, who)
  await person.isAt('小板凳')
}

/** Chooses who one is on the sign-in page that is open. */
export const chooseIdentity = async ({ page, follow }: Person, who: DemoPerson): Promise<void> => {
  const { community, name } = PEOPLE[who]
  await page.getByRole('tab', { name: community }).filter({ visible: true }).click()
  await follow(name)
}
