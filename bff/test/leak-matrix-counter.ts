import { fileFor } from './counter.ts'
import { make } from './factories.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

/** Somebody without an account: whole name and number are for whoever calls them, and for nobody else. */
export const CALLER = { name: '示范来电全名丙', phone: '08910000190' }
/** Written in an assist session, for the two who are in it. */
export const SESSION_NOTE = 'MARK-SESSION-NOTE'
export const COUNTER_WORDS = [CALLER.name, CALLER.phone, SESSION_NOTE]

export const counterWordsFor = (name: string): string[] => {
  if (name === 'community staff') return [CALLER.name, CALLER.phone]
  return name === 'grid leader' || name === 'neighbour' ? [SESSION_NOTE] : []
}

/** A caller who has something to be told. */
export const plantCaller = async (server: TestServer, people: Callers) => {
  const { receipt } = await fileFor(await people.as('community staff'), CALLER)
  const worker = await people.as('grid worker')
  await make(worker, receipt, 'claim')
  await make(worker, receipt, 'resolve')
  const openCall = async () => {
    const [call] = await server.sql<{ id: string; version: number }>(
      `select call.id, call.version from call join work_item on work_item.requester_id = call.person_id
       where work_item.id = $1 and call.closed_at is null`,
      [receipt.workItemId],
    )
    return call
  }
  /** The code of something else that was filed for them. */
  const aCode = async (): Promise<string> => {
    const changes = { serviceCode: 'other', placeId: 'raosai-small-square' }
    const { code } = await fileFor(await people.as('community staff'), CALLER, changes)
    return code?.code ?? ''
  }
  return { openCall, aCode }
}
