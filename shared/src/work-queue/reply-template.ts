/** What a reply template may name between braces; filled from the item, never from a person's free text. */
export const MERGE_FIELDS = ['title', 'receiptNumber', 'queueName', 'communityName', 'dueOn', 'workerName'] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

const FIELD = /\{(\w+)\}/g

/** Fields of a template that nothing can fill: a spelling mistake that the resident would read. */
export const unknownFields = (text: string): string[] =>
  [...text.matchAll(FIELD)].flatMap(([, name = '']) => (MERGE_FIELDS.some((field) => field === name) ? [] : [name]))

export const fillTemplate = (text: string, values: Readonly<Record<MergeField, string>>): string =>
  text.replace(FIELD, (whole, name: string) => {
    const field = MERGE_FIELDS.find((each) => each === name)
    return field === undefined ? whole : values[field]
  })
