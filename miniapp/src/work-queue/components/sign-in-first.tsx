import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { workQueueText } from '../work-queue.text'

/** The desk belongs to somebody. */
export const SignInFirst = () => {
  const t = useText(workQueueText)
  return (
    <Empty
      icon='person'
      title={t('signInTitle')}
      action={
        <Button kind='primary' onPress={() => openPage('people/pages/sign-in/index')}>
          {t('signIn')}
        </Button>
      }
    />
  )
}
