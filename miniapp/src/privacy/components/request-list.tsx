import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { StatusChip } from '../../ui/status-chip'
import { type PrivacyRequest, usePrivacyRequests } from '../privacy.api'
import styles from '../privacy.module.scss'
import { requestText } from '../request.text'
import { requestWords } from '../request-words'

/** What was asked before, and what became of it. */
export const RequestList = () => {
  const t = useText(requestText)
  const requests = usePrivacyRequests()
  const now = new Date(requests.dataUpdatedAt)
  return (
    <Section title={t('before')}>
      {requests.isPending && <Skeleton />}
      {requests.error && !requests.data && (
        <ErrorNotice error={requests.error} onRetry={() => void requests.refetch()} />
      )}
      {requests.data?.length === 0 && <View className={styles.hint}>{t('none')}</View>}
      <View className={styles.list} {...a11y({ role: 'list', label: t('before') })}>
        {requests.data?.map((request) => (
          <View key={request.id} {...a11y({ role: 'listitem' })}>
            <RequestCard request={request} now={now} />
          </View>
        ))}
      </View>
    </Section>
  )
}

const RequestCard = ({ request, now }: { request: PrivacyRequest; now: Date }) => {
  const t = useText(requestText)
  const language = useDisplaySettings((settings) => settings.language)
  const { name, word, tone, next } = requestWords(request, now, language)
  const { communityId, workItemId } = request
  return (
    <Card onPress={() => openPage('privacy/pages/asked/index', { communityId, workItemId })}>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        <StatusChip word={word} tone={tone} />
      </View>
      {next && <View className={styles.line}>{next}</View>}
      <View className={styles.caption}>
        {t('askedAt', { date: dateInSentence(request.askedAt), number: request.receiptNumber })}
      </View>
    </Card>
  )
}
