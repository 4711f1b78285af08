import { OfflineWay } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { reportText } from './report.text'

/** It was sent, or thrown away, or is somebody else's. */
export const GoneView = () => {
  const t = useText(reportText)
  return (
    <Page
      title={t('title')}
      action={
        <Button kind='primary' isWide onPress={() => openPage('issues/pages/list/index')}>
          {t('myItems')}
        </Button>
      }
    >
      <Empty icon='check' title={t('gone')} next={t('goneWords')} />
      <OfflineWay />
    </Page>
  )
}
