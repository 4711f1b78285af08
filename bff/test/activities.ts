import type { Client } from './client.ts'
import type { TestServer } from './server.ts'

export const RAOSAI = { communityId: 'raosai' }
export const DANCE = 'raosai-dance'
export const WEEKEND_SCHOOL = 'raosai-weekend-school'

/** The slot of an activity on a day. */
export const dateOf = async (server: TestServer, activityId: string, on: string) => {
  const [slot] = await server.sql<{ id: string }>(
    "select id from slot where community_id = 'raosai' and resource_id = $1 and service_on = $2",
    [activityId, on],
  )
  if (!slot) throw new Error(`no ${activityId} on ${on}`)
  return { params: { ...RAOSAI, slotId: slot.id } }
}
export type ActivityDate = Awaited<ReturnType<typeof dateOf>>

/** Signs up; throws when it is refused. Answers the address of the booking. */
export const signUp = async (client: Client, date: ActivityDate, body: object = {}) => {
  const answer = await client.attempt('signUpForActivity', { ...date, body })
  if (answer.status !== 201) throw new Error(`signUpForActivity answered ${answer.text}`)
  return { params: { ...RAOSAI, bookingId: String(Object(answer.body).id) } }
}

/** Takes every place of a date, by nobody. */
export const fill = async (server: TestServer, { params }: ActivityDate): Promise<ActivityDate> => {
  await server.sql('update slot set booked = capacity where id = $1', [params.slotId])
  return { params }
}
