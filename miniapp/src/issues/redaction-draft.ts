/** What somebody is hiding, kept on the phone until it is sent; `words` is null while they are as they were. */
export type RedactionFields = {
  words: string | null
  /** Ids of photos and of the voice note, one below another. */
  hidden: string
}

export const EMPTY_REDACTION: RedactionFields = { words: null, hidden: '' }

export const redactionForm = (issueId: string): string => `redact.${issueId}`

export const hiddenIds = ({ hidden }: RedactionFields): string[] => hidden.split('\n').filter((id) => id !== '')

export const toggleHidden = (fields: RedactionFields, id: string): string => {
  const ids = hiddenIds(fields)
  return (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]).join('\n')
}
