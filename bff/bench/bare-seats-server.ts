import { createServer } from 'node:http'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'

/** All that the bare server of seats is told. */
export interface BareSeats {
  databaseUrl: string
  pool: number
}

/** The seat and its booking in one statement, as the real server takes it. */
const TAKE_SEAT = `
  with seat as (
    update slot set booked = booked + 1
    where community_id = $1 and id = $2 and is_open and cutoff_at > now() and booked < capacity
    returning *
  )
  insert into booking (community_id, id, slot_id, subject_id, person_id, state, during, created_at)
  select community_id, $3::uuid, id, $4::uuid, $4::uuid, 'booked', tstzrange(starts_at, ends_at), now() from seat
  returning id`

const ADDRESS = /\/communities\/([a-z-]+)\/sittings\/([0-9a-f-]{36})\/orders$/

// As little as a server can be that never gives a seat too many: it checks nobody, and writes down no meal.
const serve = ({ databaseUrl, pool: max }: BareSeats): void => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max })
  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      let text = ''
      for await (const part of request) text += String(part)
      JSON.parse(text)
      const [, communityId, slotId] = ADDRESS.exec(request.url ?? '') ?? []
      const id = uuidv7()
      const values = [communityId, slotId, id, request.headers['bench-person']]
      const { rowCount } = await pool.query({ name: 'take-seat', text: TAKE_SEAT, values })
      const answer = JSON.stringify(rowCount === 1 ? { id } : { error: { code: 'slot_full' } })
      response.writeHead(rowCount === 1 ? 201 : 409, { 'Content-Type': 'application/json' }).end(answer)
    }
    take().catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()))
}

process.once('message', (plan: BareSeats) => serve(plan))
process.on('disconnect', () => process.exit(0))
