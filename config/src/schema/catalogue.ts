import { DUTIES, VISIBILITIES } from '@little-bench/shared/communities/duty'
import { ServiceCode, UnitId } from '@little-bench/shared/kernel/ids'
import { textLength } from '@little-bench/shared/kernel/text'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { QUEUE_LEVELS } from '@little-bench/shared/work-queue/routing'
import { z } from 'zod'
import { deadlineClassId } from './deadline-class.ts'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'
import { phone } from './phone.ts'

const MAX_GUIDANCE_LENGTH = 40

const reply = localText.refine(
  ({ zh, bo = '' }) => Math.max(textLength(zh), textLength(bo)) <= MAX_NOTE_LENGTH,
  `may have ${MAX_NOTE_LENGTH} characters at most, like any other reply`,
)

const fields = {
  serviceCode: ServiceCode,
  name: localText,
  group: localText,
  duty: z.enum(DUTIES),
  /** The level of the ladder that does it; `department` names departmentId too. */
  handledBy: z.enum(QUEUE_LEVELS),
  departmentId: UnitId.nullable(),
  deadlineClass: deadlineClassId,
  /** 0 waits, 3 goes before everything else. */
  priority: z.int().min(0).max(3),
  canBePublic: z.boolean(),
  /** False where only the person may speak for themselves: about family, or about staff. */
  isDelegable: z.boolean(),
  defaultVisibility: z.enum(VISIBILITIES),
  guidance: localText.refine(
    (text) => textLength(text.zh) <= MAX_GUIDANCE_LENGTH,
    `may have ${MAX_GUIDANCE_LENGTH} characters at most: it is read while standing in the street`,
  ),
  emergency: z.strictObject({ advice: localText, phone }).nullable(),
  /** `reply` is what the desk proposes to say to the resident when it closes an item so. */
  notOurs: z
    .strictObject({ destination: localText, phone: phone.nullable(), reply: reply.nullable().default(null) })
    .nullable(),
  demo,
}

export const CatalogueEntrySource = z.strictObject({
  ...fields,
  departmentId: fields.departmentId.default(null),
  isDelegable: fields.isDelegable.default(true),
  emergency: fields.emergency.default(null),
  notOurs: fields.notOurs.default(null),
})
export type CatalogueEntrySource = z.infer<typeof CatalogueEntrySource>

/** `catalogue.yaml`: the categories that every community starts from. */
export const CatalogueFile = z.strictObject({ categories: z.array(CatalogueEntrySource).min(1) })
export type CatalogueFile = z.infer<typeof CatalogueFile>

// Without defaults: a default would overwrite the shared value that an exception does not mention.
const exception = z.strictObject(fields).partial().required({ serviceCode: true })

/** `<community>/catalogue.yaml`: what this community leaves out, does otherwise or adds. */
export const CommunityCatalogueFile = z.strictObject({
  leaveOut: z.array(ServiceCode).default([]),
  exceptions: z.array(exception).default([]),
  additions: z.array(CatalogueEntrySource).default([]),
})
export type CommunityCatalogueFile = z.infer<typeof CommunityCatalogueFile>
