import { View } from '@tarojs/components'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Timeline } from '../../ui/timeline'
import { type CaseAccess, useCaseReads } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'

/** Which staff read the case and when; both sides see the same list. */
export const CaseReads = ({ access }: { access: CaseAccess }) => {
  const t = useText(caseText)
  const language = useDisplaySettings((settings) => settings.language)
  const reads = useCaseReads(access)
  return (
    <Section title={t('reads')}>
      <View className={styles.hint}>{t('readsWords')}</View>
      {reads.error && !reads.data && <ErrorNotice error={reads.error} onRetry={() => void reads.refetch()} />}
      {reads.data?.length === 0 && <View>{t('noReads')}</View>}
      {reads.data && reads.data.length > 0 && (
        <Timeline
          label={t('reads')}
          entries={reads.data.map(({ at, by, role }, index) => ({
            id: `${at}${index}`,
            time: spokenDateTime(at, language),
            title: t('readBy', { by, role: t(role === 'mediator' ? 'readerMediator' : 'committee') }),
            icon: 'person',
          }))}
        />
      )}
    </Section>
  )
}
