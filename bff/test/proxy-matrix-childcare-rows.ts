import { expect } from 'vitest'
import { DANCE, dateOf, fill, signUp } from './activities.ts'
import { aBooking, aChild, bookOne, bookToday, type Family, fillInfants, RAOSAI, saveChild } from './childcare.ts'
import type { Answer, Loose } from './client.ts'
import { claim, residence } from './facts.ts'
import { IN_PERSON, type ProxyCall, type ProxyRow } from './proxy-matrix-row.ts'
import type { World } from './proxy-matrix-worlds.ts'
import type { TestServer } from './server.ts'

/** Two days after the Wednesday on which the matrix is called. */
const FRIDAY = '2026-11-27'

const inRaosai: ProxyCall = { input: () => ({ params: RAOSAI }) }
/** A child of the principal, who has said that they live here. */
const familyOf = async ({ principal }: World, bornIn = '2025-05'): Promise<Family> => {
  await claim(principal, residence)
  return { guardian: principal, child: await saveChild(principal, { bornIn }) }
}

/** Children, childcare and activities, called for somebody. */
export const createChildcareProxyRows = (server: TestServer) => {
  /** Whose the booking is and who did the last thing to it, as the database keeps it. */
  const isTheirs = async (id: unknown, { principal, actor }: World): Promise<void> => {
    const rows = await server.sql(
      `select booking.person_id, event.actor_id from booking join booking_event event on event.booking_id = booking.id
       where booking.id = $1 order by event.id desc limit 1`,
      [id],
    )
    expect(rows).toEqual([{ person_id: principal.personId, actor_id: actor.personId }])
  }
  const booked = (input: ProxyCall['input']): ProxyCall => ({
    input,
    shows: (answer, world) => isTheirs(Object(answer.body).bookings[0].id, world),
  })
  const moved = (input: ProxyCall['input']): ProxyCall => ({
    input,
    shows: (answer, world) => isTheirs(Object(answer.body).id, world),
  })
  const bookingOf = async (world: World): Promise<Loose> => {
    await server.sql("update slot set capacity = 100 where service = 'childcare' and service_on = $1", [FRIDAY])
    const { id } = await bookOne(await familyOf(world), { on: FRIDAY })
    return { params: { ...RAOSAI, bookingId: id } }
  }
  const child: ProxyCall['input'] = async (world) => {
    const { id } = (await familyOf(world)).child
    return { params: { ...RAOSAI, childId: id } }
  }
  const showsChild = ({ text }: Answer): void => expect(text).toContain('示范宝宝')
  return {
    listChildren: {
      async input(world) {
        await familyOf(world)
        return { params: RAOSAI }
      },
      shows: showsChild,
    },
    saveChild: {
      input: () => ({ params: RAOSAI, body: aChild() }),
      async shows(answer, { principal }) {
        const { items } = await principal.call('listChildren', { params: RAOSAI })
        expect(items.map(({ id }) => id)).toContain(Object(answer.body).id)
        // Room for the next row: a guardian has eight at most.
        await forgetUnbooked(server, principal.personId)
      },
    },
    removeChild: { input: child },
    listChildReads: { input: child },
    listChildcareCentres: inRaosai,
    listChildcareSlots: inRaosai,
    bookChildcare: booked(async (world) => {
      await forgetUnbooked(server, world.principal.personId)
      await server.sql("update slot set capacity = 100 where service = 'childcare' and service_on = $1", [FRIDAY])
      return aBooking([(await familyOf(world)).child.id], { on: FRIDAY })
    }),
    joinChildcareWaitlist: booked(async (world) => {
      await fillInfants(server, '2026-11-30')
      return aBooking([(await familyOf(world, '2026-03')).child.id], { on: '2026-11-30' })
    }),
    getChildcareBooking: { input: bookingOf, shows: showsChild },
    cancelChildcareBooking: moved(bookingOf),
    reportAbsence: {
      async input(world) {
        await forgetUnbooked(server, world.principal.personId)
        const { id } = await bookToday(server, await familyOf(world))
        return { params: { ...RAOSAI, bookingId: id }, body: { reason: 'ill' } }
      },
      shows: ({ body }) => expect(body).toMatchObject({ absence: 'ill' }),
    },
    getDayRoster: IN_PERSON,
    recordArrival: IN_PERSON,
    undoArrival: IN_PERSON,
    recordPickUp: IN_PERSON,
    undoPickUp: IN_PERSON,
    closeChildcareDay: IN_PERSON,
    listActivities: inRaosai,
    signUpForActivity: moved(async () => ({ ...(await dateOf(server, DANCE, '2026-11-26')), body: {} })),
    joinActivityWaitlist: moved(async () => ({
      ...(await fill(server, await dateOf(server, DANCE, '2026-12-01'))),
      body: {},
    })),
    cancelActivitySignUp: moved(async ({ principal }) => signUp(principal, await dateOf(server, DANCE, '2026-12-03'))),
    getActivityRoster: IN_PERSON,
    checkInActivity: IN_PERSON,
    undoActivityCheckIn: IN_PERSON,
    cancelActivityDate: IN_PERSON,
  } satisfies Record<string, ProxyRow>
}

/** Erases children whom nobody has booked for, without asking. */
const forgetUnbooked = (server: TestServer, guardianId: string) =>
  server.sql(
    `update child set sealed_nickname = null, sealed_born_in = null, sealed_allergies = null, removed_at = now()
     where guardian_id = $1 and removed_at is null
       and not exists (select from booking where booking.subject_id = child.id and booking.state = 'booked')`,
    [guardianId],
  )
