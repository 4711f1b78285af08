import { HOME_PAGE, type PagePath, restartAt } from './navigation'
import { type ActingFor, useSession } from './session'

/** From here on everything is this person's business. Every open page is left: it showed somebody else's. */
export const startActing = (person: ActingFor): void => {
  useSession.getState().actFor(person)
  restartAt(HOME_PAGE)
}

/** The same, at one item of theirs; going back from there leads home. */
export const startActingAtItem = (person: ActingFor, item: { communityId: string; id: string }): void => {
  useSession.getState().actFor(person)
  restartAt('issues/pages/detail/index', item)
}

/** The same, at the page that somebody came from for this; going back from there leads home. */
export const startActingAt = (person: ActingFor, page: PagePath): void => {
  useSession.getState().actFor(person)
  restartAt(page)
}

/** Back to one's own business, at home: what was open belongs to the other person. */
export const stopActing = (): void => {
  useSession.getState().actFor(null)
  restartAt(HOME_PAGE)
}
