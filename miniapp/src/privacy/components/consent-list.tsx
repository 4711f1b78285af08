import { View } from '@tarojs/components'
import { useConsents } from '../../people'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import styles from '../privacy.module.scss'
import { privacyText } from '../privacy.text'
import { ConsentCard } from './consent-card'

/** Everything that needs a consent of its own, what was agreed to first. */
export const ConsentList = () => {
  const t = useText(privacyText)
  const consents = useConsents()
  const given = consents.data?.filter((consent) => consent.given !== null) ?? []
  const others = consents.data?.filter((consent) => consent.given === null) ?? []
  return (
    <Section title={t('consents')}>
      <View className={styles.hint}>{t('consentsHint')}</View>
      {consents.isPending && <Skeleton cards={3} />}
      {consents.error && !consents.data && (
        <ErrorNotice error={consents.error} onRetry={() => void consents.refetch()} />
      )}
      <View className={styles.list} {...a11y({ role: 'list', label: t('consents') })}>
        {[...given, ...others].map((consent) => (
          <View key={consent.purpose} {...a11y({ role: 'listitem' })}>
            <ConsentCard consent={consent} />
          </View>
        ))}
      </View>
    </Section>
  )
}
