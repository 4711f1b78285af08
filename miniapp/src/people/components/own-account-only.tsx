import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Empty } from '../../ui/empty'
import { accountText } from '../account.text'
import { SignedInOnly } from './signed-in-only'

/** Whether whoever is signed in is at their own account, and not at somebody else's business. */
export const useIsOwnAccount = (): boolean =>
  useSession(({ person, actingFor }) => person !== null && actingFor === null)

/** An account is its owner's alone: nobody binds a number or closes anything in the midst of what they do for another. */
export const OwnAccountOnly = ({ children }: PropsWithChildren) => {
  const t = useText(accountText)
  const isActing = useSession((session) => session.actingFor !== null)
  if (isActing) return <Empty icon='lock' title={t('notYours')} next={t('notYoursNext')} />
  return <SignedInOnly>{children}</SignedInOnly>
}
