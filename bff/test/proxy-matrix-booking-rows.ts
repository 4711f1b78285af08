import { expect } from 'vitest'
import { takeBookingsBeside } from './booked-service.ts'
import { heldBy, offeredTo, waitingBehind } from './bookings.ts'
import type { Answer, Loose } from './client.ts'
import { IN_PERSON, type ProxyCall, type ProxyRow } from './proxy-matrix-row.ts'
import type { World } from './proxy-matrix-worlds.ts'
import type { TestServer } from './server.ts'

/** It is the person's booking, whoever made it. */
const isTheirs = ({ body }: Answer): void => expect(body).toMatchObject({ forWhom: { isYou: false, childName: null } })

export const createBookingProxyRows = ({ app, sql }: TestServer) => {
  const { scheduling } = app
  const service = takeBookingsBeside(scheduling)
  const world = { scheduling, service }
  const about = (begin: (world: World) => Promise<Loose>, state: string): ProxyCall => ({
    input: begin,
    async shows(answer, { principal, actor }) {
      isTheirs(answer)
      expect(answer.body).toMatchObject({ state })
      const rows = await sql(
        `select booking.person_id, event.actor_id from booking join booking_event event on event.booking_id = booking.id
         where booking.id = $1 order by event.id desc limit 1`,
        [Object(answer.body).id],
      )
      expect(rows).toEqual([{ person_id: principal.personId, actor_id: actor.personId }])
    },
  })
  const held = async ({ principal }: World) => heldBy(principal, await service.addSlot(1))
  const offered = ({ principal, people }: World) => offeredTo(world, principal.personId, people.neighbour)
  return {
    listMyBookings: {
      async input({ principal }) {
        await heldBy(principal, await service.addSlot(1))
        return { query: { limit: 50 } }
      },
      shows: ({ body }) => expect(Object(body).items.length).toBeGreaterThan(0),
    },
    holdSlot: about(async () => ({ params: { ...(await service.addSlot(1)) }, body: {} }), 'held'),
    extendHold: about(held, 'held'),
    releaseHold: about(held, 'cancelled'),
    acceptOffer: about(offered, 'booked'),
    declineOffer: about(offered, 'cancelled'),
    leaveWaitlist: about(
      async ({ principal, people }) => (await waitingBehind(world, principal.personId, people.neighbour)).waiting,
      'cancelled',
    ),
    saveMyCalendarFeed: IN_PERSON,
    endMyCalendarFeed: IN_PERSON,
    getMyCalendarFeed: {
      async input({ people }) {
        const { path } = await people.neighbour.call('saveMyCalendarFeed')
        return { params: { token: path.split('/').at(-1) ?? '' } }
      },
    },
  } satisfies Record<string, ProxyRow>
}
