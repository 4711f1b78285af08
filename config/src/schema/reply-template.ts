import { ReplyTemplateId, ServiceCode } from '@little-bench/shared/kernel/ids'
import { textLength } from '@little-bench/shared/kernel/text'
import { WORK_ITEM_STATES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { unknownFields } from '@little-bench/shared/work-queue/reply-template'
import { z } from 'zod'

const words = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, 'may not be empty')
    .refine((text) => textLength(text) <= maxLength, `may have ${maxLength} characters at most`)

/** A spelling mistake between braces would be read by the resident. */
const text = words(MAX_NOTE_LENGTH).superRefine((template, context) => {
  for (const field of unknownFields(template))
    context.addIssue({ code: 'custom', message: `has the merge field {${field}}, which nothing can fill` })
})

/** `reply-templates.yaml`: what the desk offers until somebody saves their own words. */
export const ReplyTemplatesFile = z.strictObject({
  replyTemplates: z.array(
    z.strictObject({
      /** Written once and never changed: the desk keeps the versions of a template under it. */
      id: ReplyTemplateId,
      name: words(MAX_NAME_LENGTH),
      zh: text,
      /** Attested wording alone; without it the Chinese is sent. */
      bo: text.nullable().default(null),
      /** Offered for these categories only; empty offers it for all. */
      serviceCodes: z.array(ServiceCode).default([]),
      /** Offered in these states only; empty offers it in all. */
      states: z.array(z.enum(WORK_ITEM_STATES)).default([]),
    }),
  ),
})
export type ReplyTemplatesFile = z.infer<typeof ReplyTemplatesFile>
