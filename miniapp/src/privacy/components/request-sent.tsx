import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { goBack, openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Page } from '../../ui/page'
import type { PrivacyRequest } from '../privacy.api'
import styles from '../privacy.module.scss'
import { requestText } from '../request.text'

/** After asking: the number, the day by which it is answered, and what comes next. */
export const RequestSent = ({ request, title }: { request: PrivacyRequest; title: string }) => {
  const t = useText(requestText)
  const { communityId, workItemId } = request
  return (
    <Page
      title={title}
      action={
        <Button kind='primary' isWide onPress={goBack}>
          {t('backToData')}
        </Button>
      }
    >
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View className={styles.name}>{t('sent')}</View>
          <View>{t('sentWords')}</View>
        </Card>
      </View>
      <Card>
        <FactList
          facts={[
            { name: t('receiptNumber'), value: request.receiptNumber },
            { name: t('byWhen'), value: t('beforeDate', { date: dateInSentence(request.dueAt) }) },
          ]}
        />
      </Card>
      <View className={styles.ways}>
        <View>{t('whatNext')}</View>
        <Button onPress={() => openPage('privacy/pages/asked/index', { communityId, workItemId })}>{t('seeIt')}</Button>
      </View>
      <OfflineWay />
    </Page>
  )
}
