/** What stands on a paper that somebody takes away: an agreement, or all that is kept of them. */
export interface WrittenDocument {
  title: string
  /** Under the title, small: whose it is, and its number. */
  subtitle: string
  sections: readonly { heading: string; text: string }[]
  /** Whoever signs, each with a line to sign on. */
  signatures: readonly string[]
  /** The day, spoken. */
  on: string
  /** In what state the paper is. */
  footnote: string
}
