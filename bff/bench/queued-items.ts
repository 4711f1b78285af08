import pg from 'pg'

export interface QueuedItem {
  id: string
  communityId: string
  queueId: string
}

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Items that nobody has, due first. */
export const listQueued = (url: string): Promise<QueuedItem[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<QueuedItem>(
      `select id, community_id as "communityId", queue_id as "queueId" from work_item
       where state = 'queued' order by due_at, id`,
    )
    return rows
  })

/**
 * Puts back what a round has claimed, so that the next one finds the same. Throws when a queue has run empty: taking
 * nothing is faster than taking something.
 */
export const putBack = (url: string, queueIds: readonly string[]): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select id from unnest($1::text[]) as queue (id)
       where not exists (select 1 from work_item where queue_id = queue.id and state = 'queued')`,
      [queueIds],
    )
    if (rows.length > 0) throw new Error(`a round took all of ${rows.map(({ id }) => id).join(', ')}`)
    await client.query(
      `update work_item set state = 'queued', assignee_id = null, version = 1, acceptance_ended_at = null,
         touched_at = null, is_untouched = false
       where queue_id = any($1) and state = 'accepted' and version > 1`,
      [queueIds],
    )
    await client.query('vacuum (analyze) work_item')
  })
