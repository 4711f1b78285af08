import { AppError, type FieldError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import { fieldMessage } from './field-messages.ts'

const fieldsOf = (error: z.ZodError, where: string, language: Language): FieldError[] =>
  error.issues.map((issue) => ({
    field: issue.path.length > 0 ? issue.path.join('.') : where,
    message: fieldMessage(issue, language),
  }))

/** Parses one part of a request; throws `validation_failed` naming each field and what to change. */
export const parsePart = (
  schema: z.ZodType | undefined,
  value: unknown,
  where: string,
  language: Language,
): unknown => {
  if (schema === undefined) return undefined
  // The input tells a field that is missing from one of the wrong kind; it is never repeated or logged.
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  // An id in a path that could not be one is an item that is not there.
  if (where === 'params') throw new AppError('not_found')
  throw new AppError('validation_failed', fieldsOf(parsed.error, where, language))
}
