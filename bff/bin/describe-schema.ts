import pg from 'pg'

const SECTIONS = [
  `select case c.relpersistence when 'u' then 'create unlogged table ' else 'create table ' end || c.relname || E' (\\n' || string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\\n' order by a.attnum) || E'\\n);' as line
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
   group by c.relname, c.relpersistence order by c.relname`,
  `select 'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) || ';' as line
   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid::regclass::text not like 'kysely%'
   order by conrelid::regclass::text, conname`,
  `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace and i.indrelid::regclass::text not like 'kysely%'
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by c.relname`,
  `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t where not t.tgisinternal order by t.tgname`,
]

/** The schema of a migrated database as reviewable SQL: tables, constraints, indexes, triggers. */
export const describeSchema = async (databaseUrl: string): Promise<string> => {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const sections: string[] = []
    for (const query of SECTIONS) {
      const { rows } = await client.query<{ line: string }>(query)
      sections.push(rows.map((row) => row.line).join('\n'))
    }
    return `-- Generated from the migrations by \`pnpm generate\`; review it with every migration.\n\n${sections.join('\n\n')}\n`
  } finally {
    await client.end()
  }
}
