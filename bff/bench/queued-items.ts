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

/** Puts back what a round has claimed, so that the next one finds the same. */
export const putBack = (url: string, queueIds: readonly string[]): Promise<void> =>
  withClient(url, async (client) => {
    await client.query(
      `update work_item set state = 'queued', assignee_id = null, version = 1, acceptance_ended_at = null,
         touched_at = null, is_untouched = false
       where queue_id = any($1) and state = 'accepted' and version > 1`,
      [queueIds],
    )
    // What was taken and put back leaves dead entries before the living ones of each queue.
    await client.query('vacuum (index_cleanup on) work_item')
  })
