import { type PageParams, type PagePath, urlOf } from './navigation'

/** The address at which any browser opens a page, for what is printed. */
export const linkTo = <P extends PagePath>(path: P, params: PageParams[P]): string | undefined =>
  window.location.origin + urlOf(path, params)
