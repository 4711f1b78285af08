import { z } from 'zod'

/** The tables of the job queue that a new one cannot make by itself: what waits to be done, and how. */
export const JOB_TABLES = ['queue', 'schedule', 'subscription', 'job'] as const
export const JOB_SCHEMA = 'pgboss'

export const MANIFEST = 'manifest.json'
export const FILES_FOLDER = 'files'
export const fileOf = (table: string): string => `${table}.copy.gz`

/** What a backup consists of, written last: a folder without it is none. */
export const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The newest migration that had been made. */
  migration: z.string(),
  /** The edition of the job queue's tables. */
  jobsVersion: z.int(),
  /** In every table so many rows; the hash is of the rows as PostgreSQL writes them. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^(public|pgboss)\.[a-z_0-9]+$/),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
  hasFiles: z.boolean(),
})
export type Manifest = z.infer<typeof Manifest>
export type ManifestTable = Manifest['tables'][number]

/** Values are written alike whatever the server's settings are. */
export const SETTINGS =
  "set datestyle to iso; set timezone to 'UTC'; set extra_float_digits to 3; set client_encoding to utf8"
