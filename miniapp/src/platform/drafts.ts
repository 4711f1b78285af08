import { useCallback, useState } from 'react'
import { newAttemptKey } from './attempt-key'
import { useSession } from './session'
import { readStored, removeStored, writeStored } from './storage'

type DraftFields = Record<string, string | number | boolean | null>

interface StoredDraft<T extends DraftFields> {
  fields: T
  attemptKey: string
}

export interface Draft<T extends DraftFields> {
  fields: T
  /** Sent as `Idempotency-Key`; changes with every edit, stays the same when the same words are sent again. */
  attemptKey: string
  /** True when the fields came from an earlier visit: say so, and offer to start afresh. */
  wasRestored: boolean
  /** Given as a function, it follows from what is there by then: a photo may arrive long after it was asked for. */
  change: (fields: Partial<T> | ((now: T) => Partial<T>)) => void
  /** After it was sent, or when the person wants to start afresh. */
  clear: () => void
}

const NOBODY = 'nobody'
/** Whose business it is, and who writes: what is written for somebody never becomes the writer's own. */
const writerOf = ({ person, actingFor }: { person: { id: string } | null; actingFor: { id: string } | null }) =>
  person && actingFor ? `${person.id}.for.${actingFor.id}` : (person?.id ?? NOBODY)
const keyOf = (writer: string, form: string) => `draft.${writer}.${form}`

/**
 * What somebody is writing, kept on the phone until it is sent: it survives closing, a lost network and an expired
 * session. Each signed-in person has drafts of their own, and others for each person they act for; what was written
 * before signing in becomes theirs.
 * `empty` must be a constant of the module.
 */
export const useDraft = <T extends DraftFields>(form: string, empty: T): Draft<T> => {
  // Selectors of this render: after a state set while rendering, React 18 misses the next change of a constant one.
  const writer = useSession((session) => writerOf(session))
  const isOwn = useSession(({ actingFor }) => actingFor === null)
  const key = keyOf(writer, form)
  const restoreOwn = () => {
    if (writer !== NOBODY && isOwn) takeOver(keyOf(NOBODY, form), key, empty)
    return { key, isOwn, ...restore(key, empty) }
  }
  const [draft, setDraft] = useState(restoreOwn)
  const isKept = writer === NOBODY && draft.isOwn
  const current = draft.key === key ? draft : isKept ? keepOpen(draft, key, empty) : restoreOwn()
  // Somebody signed in, or the session ended, while the form was open.
  if (current !== draft) setDraft(current)

  const change = useCallback(
    (fields: Partial<T> | ((now: T) => Partial<T>)) =>
      setDraft((before) => {
        const changed = typeof fields === 'function' ? fields(before.fields) : fields
        const after = { ...before, fields: { ...before.fields, ...changed }, attemptKey: newAttemptKey() }
        writeStored(before.key, { fields: after.fields, attemptKey: after.attemptKey })
        return after
      }),
    [],
  )
  const clear = useCallback(() => {
    removeStored(key)
    setDraft({ key, isOwn, fields: empty, attemptKey: newAttemptKey(), wasRestored: false })
  }, [key, isOwn, empty])

  return { fields: current.fields, attemptKey: current.attemptKey, wasRestored: current.wasRestored, change, clear }
}

/** Puts words into a form that is not open; a draft of it that is on the phone already stays. */
export const beginDraft = (form: string, fields: DraftFields): boolean => {
  const key = keyOf(writerOf(useSession.getState()), form)
  const isThere = readStored(key, (found) => found) !== undefined
  return isThere || writeStored(key, { fields, attemptKey: newAttemptKey() })
}

export const removeDraft = (form: string): void => removeStored(keyOf(writerOf(useSession.getState()), form))

/** A session that ends while somebody writes takes nothing away from the open form. */
const keepOpen = <T extends DraftFields, D extends StoredDraft<T>>(open: D, key: string, empty: T): D => {
  const { fields, attemptKey } = open
  if (fields !== empty) writeStored(key, { fields, attemptKey })
  return { ...open, key }
}

/** The words just written win over an older draft of the person who signs in now. */
const takeOver = <T extends DraftFields>(from: string, to: string, empty: T) => {
  const written = readStored(from, (found) => parseDraft(found, empty))
  if (written && writeStored(to, written)) removeStored(from)
}

const restore = <T extends DraftFields>(key: string, empty: T) => {
  const stored = readStored(key, (found) => parseDraft(found, empty))
  return stored ? { ...stored, wasRestored: true } : { fields: empty, attemptKey: newAttemptKey(), wasRestored: false }
}

/** Takes over each stored field of the expected type, so that a draft of an older version never breaks a form. */
const parseDraft = <T extends DraftFields>(found: unknown, empty: T): StoredDraft<T> | undefined => {
  if (typeof found !== 'object' || found === null || !('fields' in found) || !('attemptKey' in found)) return undefined
  const { fields, attemptKey } = found
  if (typeof fields !== 'object' || fields === null || typeof attemptKey !== 'string') return undefined
  const kept = Object.entries(fields).filter(([name, value]) => {
    const expected = empty[name]
    return expected === null ? value === null || typeof value === 'string' : typeof value === typeof expected
  })
  return { fields: { ...empty, ...Object.fromEntries(kept) }, attemptKey }
}
