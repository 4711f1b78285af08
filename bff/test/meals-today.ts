import pg from 'pg'

/**
 * Makes today a day on which lunch can be ordered, and is handed out at once: by itself it must be ordered the day before.
 * Nobody's booking is moved to another day.
 */
export const openLunchToday = async (databaseUrl: string, communityId: string, today: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update slot set service_on = $2::date, starts_at = now() + interval '1 hour', ends_at = now() + interval '3 hours',
         cutoff_at = now() + interval '1 hour'
       where community_id = $1 and id in (
         select distinct on (resource_id) id from slot
         where community_id = $1 and service = 'canteen' and kind = 'lunch'
           and (service_on = $2::date or (service_on > $2::date and booked = 0))
         order by resource_id, service_on)`,
      [communityId, today],
    )
  } finally {
    await client.end()
  }
}
