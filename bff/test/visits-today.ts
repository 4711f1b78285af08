import pg from 'pg'

/**
 * Makes today the day of a visit that is planned for another one: whoever tests late in the evening can plan none for today.
 * The round goes along with it, unless its visitor has one today already.
 */
export const visitToday = async (databaseUrl: string, visitId: string, today: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into visit_round (community_id, id, visit_on, visitor_id, work_item_id, created_at)
       select round.community_id, gen_random_uuid(), $2::date, round.visitor_id, round.work_item_id, round.created_at
       from visit_round round
       join home_visit visit using (community_id, visit_on, visitor_id)
       where visit.id = $1
       on conflict (community_id, visit_on, visitor_id) do nothing`,
      [visitId, today],
    )
    await client.query('update home_visit set visit_on = $2::date where id = $1', [visitId, today])
    await client.query(`update home_visit_event set visit_on = $2::date where visit_id = $1 and visit_on is not null`, [
      visitId,
      today,
    ])
    await client.query('commit')
  } finally {
    await client.end()
  }
}
