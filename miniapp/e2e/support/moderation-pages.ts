import { inject } from 'vitest'
import { holdWordsOf } from '../../../bff/test/held-words'
import type { AppPage } from './pages'
import type { Person } from './person'
import { atTheServer, say } from './server'

const WORDS = '院门口的灯坏了，等人看一下再公开'
const PAGE = '/moderation/pages/held/index'

/** What waits for the staff to look, as they see it and as its reporter does. */
export const moderationPages = async (): Promise<AppPage[]> => {
  const { communityId, id } = await sayUnseen(WORDS)
  const detail = `/issues/pages/detail/index?communityId=${communityId}&id=${id}`
  return [
    { name: '给邻居看之前', path: PAGE, who: 'lead', shows: WORDS },
    { name: '为什么不给邻居看', path: PAGE, who: 'lead', shows: WORDS, goOn: refuse },
    { name: '邻居还看不到的事', path: detail, who: 'resident', shows: WORDS },
  ]
}

/** A public report that nobody has looked at yet. */
export const sayUnseen = async (words: string) => {
  const said = await say(await atTheServer('resident'), { words, visibility: 'public' })
  await holdWordsOf(inject('stage').databaseUrl, said.id)
  return said
}

const refuse = async (person: Person) => {
  await person.page
    .getByRole('button', { name: `不给邻居看：${WORDS}` })
    .filter({ visible: true })
    .first()
    .click()
  await person.page.getByRole('dialog').waitFor()
}
