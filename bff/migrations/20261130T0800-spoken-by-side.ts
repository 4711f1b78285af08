import { type Kysely, sql } from 'kysely'

const LANGUAGES = ['zh', 'bo', 'other']
const listed = sql.join(LANGUAGES.map((language) => sql.lit(language)))

/** How each side wants to be spoken to: the two are kept apart, because neither reads the other's. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table case_party
    add column needs_interpreter boolean not null default false,
    add column language text check (language in (${listed}))`.execute(db)
  await sql`
    update case_party party set needs_interpreter = asked.needs_interpreter, language = asked.language
    from mediation_case asked
    where asked.community_id = party.community_id and asked.id = party.case_id and party.side = 'applicant'`.execute(db)
  await sql`alter table mediation_case drop column needs_interpreter, drop column language`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table mediation_case
    add column needs_interpreter boolean not null default false,
    add column language text check (language in (${listed}))`.execute(db)
  await sql`
    update mediation_case asked set needs_interpreter = party.needs_interpreter, language = party.language
    from case_party party
    where asked.community_id = party.community_id and asked.id = party.case_id and party.side = 'applicant'`.execute(db)
  await sql`alter table mediation_case alter column needs_interpreter drop default`.execute(db)
  await sql`alter table case_party drop column needs_interpreter, drop column language`.execute(db)
}
