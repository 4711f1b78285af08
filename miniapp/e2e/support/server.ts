import { inject } from 'vitest'
import { type Client, createClient } from '../../../bff/test/client'
import { type DemoPerson, PEOPLE } from './people'

/** Somebody at another phone, of whom a test needs only what they sent. */
export const atTheServer = async (who: DemoPerson): Promise<Client> => {
  const { url } = inject('stage')
  const visitor = createClient(url, undefined, '')
  const { items } = await visitor.call('listDemoPeople')
  const person = items.find(({ name }) => name === PEOPLE[who].name)
  if (!person) throw new Error(`the demonstration has nobody called ${PEOPLE[who].name}`)
  const { token } = await visitor.call('startDemoSession', { body: { personId: person.id } })
  return createClient(url, token, person.id)
}

interface Said {
  words: string
  serviceCode?: string
  placeId?: string
  communityId?: string
  visibility?: 'private' | 'public'
}

/** Reports without a page; a broken street light in 绕赛社区 第一网格 unless it is said otherwise. */
export const say = async (client: Client, said: Said) => {
  const {
    words,
    serviceCode = 'street_light',
    communityId = 'raosai',
    placeId = 'raosai-dongzisu-lane-3-no-7',
    visibility = 'private',
  } = said
  const receipt = await client.call('reportIssue', {
    params: { communityId },
    body: { serviceCode, description: words, placeId, visibility },
  })
  return { communityId, ...receipt }
}

/** Moves an item with the version it has now. */
export const move = async (
  client: Client,
  item: { communityId: string; workItemId: string },
  step: { move: 'claim' } | { move: 'resolve'; note: string },
): Promise<void> => {
  const params = { communityId: item.communityId, workItemId: item.workItemId }
  const { version } = await client.call('getWorkItem', { params })
  await client.call('moveWorkItem', { params, body: { ...step, version } })
}
