import { SEALED } from '../src/pension/sealed-visit.ts'
import type { OperationName } from './client.ts'
import { addPerson } from './factories.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'
import { cardOf, MONDAY, plan, RAOSAI, request, TUESDAY } from './visits.ts'

/** Somebody who is visited today: a whole name is for whoever goes there. */
const ELDER = '示范老人全名戊'

export interface PlantedVisits {
  /** The reporter's, for tomorrow. */
  own: { id: string; code: string }
  /** Somebody else's, for today. */
  elders: { id: string; name: string; code: string; door: string; note: string }
  /** Somebody else's, that waits to be planned. */
  waitingId: string
  words: string[]
}

const OWN_DOOR = ['MARK-OWN-VISIT-DOOR', 'MARK-OWN-VISIT-NOTE']

/** The visiting worker goes to somebody today, and to the reporter tomorrow. */
export const plantVisits = async (server: TestServer, people: Callers): Promise<PlantedVisits> => {
  const [planner, visitor] = [await people.as('community staff'), await people.as('visiting worker')]
  const askFor = async (name: string, mark: string) => {
    const client =
      name === 'reporter'
        ? await people.as(name)
        : await server.signIn(await addPerson(server, 'resident', RAOSAI, { name }))
    await request(client, { door: `MARK-${mark}-DOOR`, note: `MARK-${mark}-NOTE` })
    // Only demonstration people can sign in as yet, and they are listed for everybody.
    await server.sql('update person set is_demo = false where id = $1', [client.personId])
    return (await cardOf(client)).id
  }
  const [ownId, eldersId, waitingId] = [
    await askFor('reporter', 'OWN-VISIT'),
    await askFor(ELDER, 'VISIT'),
    await askFor('示范老人全名己', 'WAITING-VISIT'),
  ]
  await plan(server, planner, { on: TUESDAY, visitor }, [{ id: ownId }])
  await plan(server, planner, { on: MONDAY, visitor }, [{ id: eldersId, from: 840, until: 960 }])
  const code = async (id: string, mark: string) => {
    // Six digits are found in any address: what stands for them is not.
    const sealed = server.app.context.sealer.seal(mark, SEALED.code.purposeOf(id))
    await server.sql('update home_visit set sealed_code = $2 where id = $1', [id, sealed])
    return mark
  }
  const own = { id: ownId, code: await code(ownId, 'MARK-OWN-VISIT-CODE') }
  const elders = {
    id: eldersId,
    name: ELDER,
    code: await code(eldersId, 'MARK-VISIT-CODE'),
    door: 'MARK-VISIT-DOOR',
    note: 'MARK-VISIT-NOTE',
  }
  const hidden = [...OWN_DOOR, 'MARK-WAITING-VISIT-DOOR', 'MARK-WAITING-VISIT-NOTE']
  return { own, elders, waitingId, words: [...Object.values(own), ...Object.values(elders), waitingId, ...hidden] }
}

/** Who plans knows which visits there are, and who goes, of those for today, everything; tomorrow's door nobody. */
export const visitWordsFor = (
  name: string,
  { own, elders, waitingId }: PlantedVisits,
  operation: OperationName,
): string[] => {
  switch (name) {
    case 'reporter':
      // Their own door they read in the file of all that is kept of them, until the visit is over.
      return [...Object.values(own), ...(operation === 'exportMyData' ? OWN_DOOR : [])]
    case 'visiting worker':
      return [own.id, ...Object.values(elders)]
    case 'community staff':
      return [own.id, elders.id, waitingId]
    default:
      return []
  }
}
