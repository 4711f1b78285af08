import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { issueText } from '../issue.text'

/** 「说一件事」 as the main action of a list. */
export const ReportButton = () => {
  const t = useText(issueText)
  return (
    <Button kind='primary' isWide onPress={() => openPage('issues/pages/report/index')}>
      {t('report')}
    </Button>
  )
}
