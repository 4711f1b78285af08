import { z } from 'zod'
import { demo } from './demo.ts'
import { localText } from './local-text.ts'

export const contactTopicId = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,60}$/, 'must be lower-case words joined by underscores')

/** `contact-topics.yaml`: the shelves of the contact board (便民联系栏) in their order. */
export const ContactTopicsFile = z.strictObject({
  topics: z.array(z.strictObject({ id: contactTopicId, name: localText, demo })).min(1),
})
export type ContactTopicsFile = z.infer<typeof ContactTopicsFile>
