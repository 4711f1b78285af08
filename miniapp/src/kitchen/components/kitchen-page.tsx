import type { PropsWithChildren, ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { kitchenText } from '../kitchen.text'
import { useKitchenCommunityId } from '../use-kitchen'

interface KitchenPageProps {
  title: string
  action?: ReactNode
}

/** The frame of every page of the kitchen, for those who work there; the server decides the same for each call. */
export const KitchenPage = ({ title, action, children }: PropsWithChildren<KitchenPageProps>) => {
  const isSignedIn = useSession(({ token }) => token !== null)
  const isStaff = useKitchenCommunityId() !== undefined
  return (
    <Page isDesk isWide title={title} action={isSignedIn && isStaff ? action : undefined}>
      {isSignedIn && isStaff ? children : <Closed isSignedIn={isSignedIn} />}
    </Page>
  )
}

const Closed = ({ isSignedIn }: { isSignedIn: boolean }) => {
  const t = useText(kitchenText)
  if (!isSignedIn) {
    const signIn = (
      <Button kind='primary' onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signIn')}
      </Button>
    )
    return <Empty icon='person' title={t('signInTitle')} action={signIn} />
  }
  const home = (
    <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
      {t('home')}
    </Button>
  )
  return <Empty icon='lock' title={t('notStaff')} next={t('notStaffNext')} action={home} />
}
