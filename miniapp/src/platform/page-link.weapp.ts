import type { PageParams, PagePath } from './navigation'

/** Inside WeChat no page has an address that another phone could open. */
export const linkTo = <P extends PagePath>(_path: P, _params: PageParams[P]): string | undefined => undefined
