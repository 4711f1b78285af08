import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'

/**
 * Holds the words of a public report back, as of one that was not written in WeChat: where public content is shown at
 * once, so that other tests need not wait for anybody. Answers the id of what is held.
 */
export const holdWordsOf = async (databaseUrl: string, issueId: string, why = 'not_from_wechat'): Promise<string> => {
  const id = uuidv7()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("update issue set public_state = 'waiting' where id = $1", [issueId])
    await client.query(
      `insert into held_content (community_id, id, kind, subject_id, work_item_id, author_id, state, why, held_at)
       select community_id, $1, 'issue_words', id, work_item_id, reporter_id, 'waiting', $3, now()
       from issue where id = $2`,
      [id, issueId, why],
    )
    await client.query('commit')
  } finally {
    await client.end()
  }
  return id
}
