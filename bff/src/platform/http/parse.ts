import { AppError, type FieldError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import { fieldMessage } from './field-messages.ts'

const isMissing = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.input === undefined

/** Of several shapes that were all refused, the one that lacks nothing says what to change: a number, and not a name. */
const inNearestShape = (issue: z.core.$ZodIssue): z.core.$ZodIssue[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const nearest = issue.errors.find((shape) => !shape.some(isMissing))
  return nearest?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue]
}

const fieldsOf = (error: z.ZodError, where: string, language: Language): FieldError[] =>
  error.issues.flatMap(inNearestShape).map((issue) => ({
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
