import type { DutyShift } from '@little-bench/shared/work-queue/roster'
import type { Client } from './client.ts'
import { addressOfItem, itemFor, type Receipt, type WorkItem } from './factories.ts'
import type { TestServer } from './server.ts'

/** Makes a move at the item's present version, with all that it brings along. */
export const move = async (client: Client, receipt: Receipt, body: { move: string; [need: string]: unknown }) => {
  const { version } = await itemFor(client, receipt)
  const answer = await client.attempt('moveWorkItem', { params: addressOfItem(receipt), body: { version, ...body } })
  if (answer.status !== 200) throw new Error(`${body.move} answered ${answer.text}`)
}

export const kindsOf = ({ timeline }: Pick<WorkItem, 'timeline'>): string[] => timeline.map(({ kind }) => kind)

/** Sets the clock and lets happen what happens every minute. */
export const doWhatIsDueAt = async (server: TestServer, instant: string | Date): Promise<void> => {
  server.clock.set(typeof instant === 'string' ? instant : instant.toISOString())
  await server.app.doWhatIsDue()
}

/** Waits until nothing that may be delivered now is on its way. */
export const untilDelivered = async (server: TestServer): Promise<void> => {
  const isQuiet = async (): Promise<boolean> => {
    const [row] = await server.sql<{ waiting: string }>(
      "select count(*) as waiting from pgboss.job where name like 'deliver-notice%' and state in ('created', 'retry', 'active') and start_after <= now()",
    )
    return row?.waiting === '0'
  }
  while (!(await isQuiet())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** What somebody was told of one item, oldest first. */
export const noticesOf = async (server: TestServer, client: Client, receipt: Receipt): Promise<string[]> => {
  await untilDelivered(server)
  const rows = await server.sql<{ kind: string }>(
    'select kind from inbox_message where person_id = $1 and work_item_id = $2 order by created_at, id',
    [client.personId, receipt.workItemId],
  )
  return rows.map(({ kind }) => kind)
}

/** Monday to Friday in the ordinary duty hours. */
export const shiftOf = (personId: string, changes: Partial<DutyShift> = {}): DutyShift => ({
  personId,
  backupId: null,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 9 * 60 + 30,
  toMinute: 18 * 60,
  absences: [],
  ...changes,
})

/** Puts a roster in force by which items are handed out. */
export const saveRoster = async (lead: Client, queueId: string, shifts: readonly DutyShift[], mode = 'roster') => {
  const { version } = await lead.call('getRoster', { params: { queueId } })
  const answer = await lead.attempt('saveRoster', { params: { queueId }, body: { version, mode, shifts } })
  if (answer.status !== 200) throw new Error(`saveRoster answered ${answer.text}`)
}

/** Whoever is signed in stays so, however far the clock goes: staff sessions last for half a day. */
export const keepSignedIn = async (server: TestServer): Promise<void> => {
  await server.sql("update session set expires_at = expires_at + interval '1000 days'")
}
