/** What a report or a reply may carry. */
export const MAX_PHOTOS = 9
export const MAX_VOICE_SECONDS = 60

export const MEGABYTE = 1_048_576
export const MAX_PHOTO_BYTES = 10 * MEGABYTE
/** A minute of speech is below this in every format that a phone records. */
export const MAX_VOICE_BYTES = 4 * MEGABYTE
/** Width × height; a picture that unpacks to more is refused before it is unpacked. */
export const MAX_PIXELS = 25_000_000
/** A file goes up in pieces of this size, and after a lost connection from the piece that did not arrive. */
export const CHUNK_BYTES = 262_144
/** Hours until an upload that nobody attaches to anything is forgotten. */
export const UPLOAD_HOURS = 72
/** Bytes that one person may have waiting: a full report and a reply. */
export const MAX_WAITING_BYTES = 20 * MAX_PHOTO_BYTES
/** Uploads that one person may have begun and not finished. */
export const MAX_OPEN_UPLOADS = 9
/** Minutes after which an upload that was not finished no longer counts as open: its phone may be off for good. */
export const OPEN_UPLOAD_MINUTES = 60
/** Minutes for which the address of a file is good. */
export const FILE_LINK_MINUTES = 15
/** The same for WeChat, which fetches a picture within half an hour to check it. */
export const CHECK_LINK_MINUTES = 45
/** Longer edge of a picture in pixels: in a list, and opened. */
export const THUMBNAIL_EDGE = 320
export const PHOTO_EDGE = 1600
export const MAX_TRANSCRIPT_LENGTH = 1000
