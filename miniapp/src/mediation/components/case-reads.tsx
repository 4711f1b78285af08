import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { Timeline } from '../../ui/timeline'
import { type CaseAccess, type CaseRead, useCaseReads } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'
import { readsByReader } from '../reads-by-reader'

/** Which staff read the case and when; both sides see the same list. */
export const CaseReads = ({ access }: { access: CaseAccess }) => {
  const t = useText(caseText)
  const reads = useCaseReads(access)
  return (
    <Section title={t('reads')}>
      {reads.isPending ? <Skeleton cards={1} /> : <View className={styles.hint}>{t('readsWords')}</View>}
      {reads.error && !reads.data && <ErrorNotice error={reads.error} onRetry={() => void reads.refetch()} />}
      {reads.data?.length === 0 && <View>{t('noReads')}</View>}
      {reads.data && reads.data.length > 0 && <Reads reads={reads.data} />}
    </Section>
  )
}

/** First who, each once; every single look for whoever wants to know. */
const Reads = ({ reads }: { reads: readonly CaseRead[] }) => {
  const t = useText(caseText)
  const language = useDisplaySettings((settings) => settings.language)
  const [isWhole, setWhole] = useState(false)
  const readers = readsByReader(reads)
  const role = (each: Pick<CaseRead, 'role'>) => t(each.role === 'mediator' ? 'readerMediator' : 'committee')
  const titleOf = (each: Pick<CaseRead, 'by' | 'role'>) => t('readBy', { by: each.by, role: role(each) })
  const entries = isWhole
    ? reads.map((each, index) => ({
        id: `${each.at} ${index}`,
        title: titleOf(each),
        time: spokenDateTime(each.at, language),
      }))
    : readers.map(({ times, ...each }) => ({
        id: titleOf(each),
        title: titleOf(each),
        time: t(times === 1 ? 'readOnce' : 'readTimes', { count: times, time: spokenDateTime(each.at, language) }),
      }))
  return (
    <>
      <Timeline label={t('reads')} entries={entries.map((each) => ({ ...each, icon: 'person' as const }))} />
      {!isWhole && reads.length > readers.length && (
        <Button icon='down' onPress={() => setWhole(true)}>
          {t('everyRead')}
        </Button>
      )}
    </>
  )
}
