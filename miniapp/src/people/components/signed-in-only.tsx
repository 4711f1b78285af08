import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { peopleText } from '../people.text'

/** What belongs to somebody, once it is known to whom. */
export const SignedInOnly = ({ children }: PropsWithChildren) => {
  const t = useText(peopleText)
  const isSignedIn = useSession((session) => session.person !== null)
  if (isSignedIn) return children
  return (
    <Empty
      icon='person'
      title={t('notSignedIn')}
      next={t('notSignedInNext')}
      action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
    />
  )
}
