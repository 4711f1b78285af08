import { useText } from '../../../platform/i18n/text'
import { HOME_PAGE, restartAt } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { notFoundText } from './not-found.text'

/** What an address shows that no page of the app has. */
export default function NotFoundPage() {
  const t = useText(notFoundText)
  return (
    <Page
      title={t('title')}
      isRoot
      action={
        <Button kind='primary' icon='home' isWide onPress={() => restartAt(HOME_PAGE)}>
          {t('goHome')}
        </Button>
      }
    >
      <Empty icon='pin' title={t('words')} next={t('next')} />
    </Page>
  )
}
