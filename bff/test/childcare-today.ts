import pg from 'pg'

/**
 * Makes today a day on which a whole day of childcare can be booked and used: a centre is closed at the weekend, and by day
 * a booking must be made the day before. Nobody's booking is moved to another day.
 */
export const openChildcareToday = async (databaseUrl: string, communityId: string, today: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update slot set service_on = $2::date, starts_at = now() - interval '1 hour', ends_at = now() + interval '6 hours',
         cutoff_at = now() + interval '1 hour'
       where community_id = $1 and id in (
         select distinct on (resource_id) id from slot
         where community_id = $1 and service = 'childcare' and kind = 'full_day'
           and (service_on = $2::date or (service_on > $2::date and booked = 0))
         order by resource_id, service_on)`,
      [communityId, today],
    )
  } finally {
    await client.end()
  }
}
