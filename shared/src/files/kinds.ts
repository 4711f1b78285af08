export const FILE_KINDS = ['photo', 'voice'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** The forms in which a file is kept: a picture small and opened, a voice note as it was sent. */
export const RENDITIONS = ['thumbnail', 'full'] as const
export type Rendition = (typeof RENDITIONS)[number]
