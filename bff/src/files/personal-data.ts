import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Trx } from '../platform/db/database.ts'
import {
  by,
  type Cutoff,
  NOT_FOR_STAFF,
  OURS,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
} from '../platform/db/personal-data.ts'

const KIND = { photo: { zh: '照片' }, voice: { zh: '录音' } }

/** What only others know of files. */
export interface FileDuties {
  /** Whether what a file hangs on has been over since before. */
  isOver(cutoff: Cutoff): RawBuilder<SqlBool>
  /** Deletes the bytes of files that are no more, once that is certain. */
  deleteBytes(trx: Trx, fileIds: readonly string[]): Promise<void>
}

/** Photos and voice notes. */
export const filesData = ({ isOver, deleteBytes }: FileDuties): readonly PersonalData[] => [
  personalData({
    table: 'stored_file',
    name: { zh: '照片和录音' },
    whose: by('owner_id'),
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      id: OURS,
      owner_id: OURS,
      kind: says('是什么', KIND),
      state: OURS,
      community_id: says('社区'),
      subject_kind: OURS,
      subject_id: OURS,
      position: OURS,
      media_type: says('格式'),
      expected_bytes: says('多大'),
      received_bytes: OURS,
      width: OURS,
      height: OURS,
      seconds: says('几秒'),
      transcript: says('写下来的录音'),
      transcribed_by: SOMEBODY_ELSE,
      transcribed_at: OURS,
      hidden_at: says('什么时候藏起来的'),
      held_at: says('从什么时候先不公开'),
      expires_at: OURS,
      created_at: says('什么时候传的'),
    },
    closing: {
      does: 'delete_some',
      only: sql<SqlBool>`held.subject_id is null`,
      because: { zh: '照片和录音跟着那件事，结案一年后删掉。' },
    },
    expiries: [{ rule: 'photos_and_voice', isDue: isOver }],
    alsoGone: (trx, rows) =>
      deleteBytes(
        trx,
        rows.map((row) => String(row['id'])),
      ),
  }),
]
