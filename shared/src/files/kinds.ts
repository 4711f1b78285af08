export const FILE_KINDS = ['photo', 'voice'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** The forms in which a file is kept: a picture small and opened, a voice note as it was sent. */
export const RENDITIONS = ['thumbnail', 'full'] as const
export type Rendition = (typeof RENDITIONS)[number]

/** An upload takes pieces until it is finished; from then on it never changes. */
export const FILE_STATES = ['receiving', 'ready'] as const
export type FileState = (typeof FILE_STATES)[number]

/** What files may hang on. */
export const FILE_SUBJECTS = ['report', 'message', 'work_before', 'work_after'] as const
export type FileSubjectKind = (typeof FILE_SUBJECTS)[number]
