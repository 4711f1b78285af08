import { PersonId, PlaceId } from '@little-bench/shared/kernel/ids'
import { addDays } from '@little-bench/shared/kernel/time'
import { fieldsOfGroupText, GROUP_TEXT_DATES, GROUP_TEXT_FIELDS } from '@little-bench/shared/pension/group-text'
import { VISIT_REASONS } from '@little-bench/shared/pension/ways'
import { z } from 'zod'
import { clock } from './calendar.ts'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const dayOfYear = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, 'must be a day such as "06-30", in quotes')

const windows = z
  .strictObject({
    kind: z.literal('windows'),
    windows: z
      .array(z.strictObject({ from: dayOfYear, to: dayOfYear }))
      .min(1)
      .max(12),
  })
  .refine(({ windows: all }) => all[0]?.from === '01-01' && all.at(-1)?.to === '12-31', {
    path: ['windows'],
    message: 'must begin on 01-01 and end on 12-31: every day of the year lies in a window',
  })
  .refine(({ windows: all }) => all.every(({ from, to }, index) => from <= to && doFollow(to, all[index + 1]?.from)), {
    path: ['windows'],
    message: 'must follow each other without a gap, in leap years too',
  })

const months = z.strictObject({
  kind: z.literal('months'),
  months: z.int().min(1).max(24),
  opensDaysBefore: z.int().min(30).max(180),
})

/** 2027 has no 29 February, 2028 has one: a window ends on neither of the days that differ. */
const doFollow = (to: string, next: string | undefined): boolean =>
  next === undefined ||
  [2027, 2028].every((year) => isDate(`${year}-${to}`) && addDays(`${year}-${to}`, 1) === `${year}-${next}`)

const isDate = (date: string): boolean => z.iso.date().safeParse(date).success

/** An official way: what it is called, and what to press. No step ever asks for a face or a number here. */
const channel = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words with hyphens'),
  name: localText,
  /** Null where it cannot be opened from here: then its name is what to look for. */
  link: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
  steps: z.array(localText).min(1).max(12),
  /** Where its name and its steps are published. */
  source: z.string().trim().min(1),
  demo,
})

const groupText = localText.refine(
  (text) =>
    [text.zh, text.bo ?? '']
      .flatMap(fieldsOfGroupText)
      .every((field) => GROUP_TEXT_FIELDS.some((known) => known === field)),
  `may have the fields ${GROUP_TEXT_FIELDS.join(', ')} and no other`,
)

/** A photo of somebody who comes to the door, so small that it stands in the card itself; or where it can be fetched. */
const portrait = z.strictObject({
  personId: z.uuid(),
  image: z
    .string()
    .max(40_000)
    .regex(
      /^(https:\/\/\S+|data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2})$/,
      'must be an https address or a small data URL',
    ),
})

/** What is known of somebody where demonstration people are loaded: that they draw a pension, and perhaps more. */
const demoProof = z.strictObject({
  personId: PersonId,
  /** When it was done last; left out, it is due. */
  doneDaysAgo: z.int().min(0).max(60).optional(),
  /** They wait for a visit there. */
  visit: z.strictObject({ placeId: PlaceId, reasons: z.array(z.enum(VISIT_REASONS)).min(1) }).optional(),
})

const pension = z
  .strictObject({
    rule: z.discriminatedUnion('kind', [windows, months]),
    /** The rule in words: 「一年两次：1月到6月、7月到12月」. */
    ruleText: localText,
    channels: z.array(channel).min(1),
    offices: z.array(z.strictObject({ name: localText, address: localText, phone, hours: localText, demo })).min(1),
    groupText,
    visits: z
      .strictObject({
        perVisitorAndDay: z.int().min(1).max(40),
        reasons: z.array(z.enum(VISIT_REASONS)).min(1),
        from: clock,
        until: clock,
        portraits: z.array(portrait).default([]),
      })
      .refine(({ from, until }) => from < until, { path: ['until'], message: 'must be later than from' }),
    demoPeople: z.array(demoProof).default([]),
    demo,
  })
  .refine(({ groupText: { zh, bo } }) => [zh, bo ?? zh].every((text) => text.includes('{link}')), {
    path: ['groupText'],
    message: 'must have the field {link}',
  })
  .refine(
    ({ rule, groupText: { zh, bo } }) =>
      rule.kind === 'windows' ||
      ![zh, bo ?? ''].flatMap(fieldsOfGroupText).some((field) => GROUP_TEXT_DATES.some((date) => date === field)),
    { path: ['groupText'], message: `may not name ${GROUP_TEXT_DATES.join(', ')}: each person has a day of their own` },
  )
  .refine(({ channels }) => new Set(channels.map(({ id }) => id)).size === channels.length, {
    path: ['channels'],
    message: 'may name each channel once',
  })

/** `<community>/pension.yaml`: when a proof of life is due, how it is done, and when somebody visits. Null where it is not offered. */
export const PensionFile = z.strictObject({ pension: pension.nullable() })
export type PensionFile = z.infer<typeof PensionFile>
