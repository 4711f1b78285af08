/** What a container of sound says when it is read through. */
export interface Sound {
  /** A film is no voice note. */
  hasPicture: boolean
  /** Until the end; undefined when nobody can tell. */
  seconds: number | undefined
}
