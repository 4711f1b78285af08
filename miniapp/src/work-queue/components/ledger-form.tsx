import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { MAX_LEDGER_DAYS } from '@little-bench/shared/work-queue/limits'
import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenDate } from '../../platform/dates'
import { canKeep } from '../../platform/download'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { ledgerText } from '../ledger.text'
import { ledgerMistake } from '../ledger-range'
import { exportLedger, type LedgerFormat, type LedgerRange } from '../oversight.api'
import styles from './ledger-form.module.scss'

const FORMATS: readonly LedgerFormat[] = ['xlsx', 'csv']
const KB = 1024

/** Which days, which kind of file, and what happens meanwhile. */
export const LedgerForm = ({ communityId }: { communityId: string }) => {
  const t = useText(ledgerText)
  const today = shanghaiTime(useNow()).date
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`)
  const [to, setTo] = useState(today)
  const [format, setFormat] = useState<LedgerFormat>('xlsx')
  const [bytes, setBytes] = useState(0)
  const attempt = useMutation({
    mutationFn: (range: LedgerRange) => exportLedger(communityId, range, setBytes),
  })
  const mistake = ledgerMistake(from, to)
  const send = () => {
    if (mistake) return
    setBytes(0)
    attempt.mutate({ from, to, format })
  }
  const formats = FORMATS.filter((each) => canKeep(`ledger.${each}`))
  return (
    <Page
      isDesk
      title={t('title')}
      action={
        <Button kind='primary' isWide isDisabled={mistake !== undefined} isBusy={attempt.isPending} onPress={send}>
          {t('download')}
        </Button>
      }
    >
      <Card>
        <View className={styles.words}>{t('about')}</View>
        <View className={styles.words}>{t('holds')}</View>
      </Card>
      <View className={styles.form}>
        <DayInput kind='date' label={t('from')} value={from} onChange={setFrom} />
        <DayInput
          kind='date'
          label={t('to')}
          value={to}
          onChange={setTo}
          error={mistake && t(mistake, { days: MAX_LEDGER_DAYS })}
        />
        {formats.length > 1 ? (
          <ChoiceList
            label={t('format')}
            choices={formats.map((each) => ({ value: each, name: t(each) }))}
            value={format}
            onChange={setFormat}
          />
        ) : (
          <View className={styles.words}>{t('csvElsewhere')}</View>
        )}
      </View>
      <Card tint='amber'>
        <View className={styles.words}>{t('recorded')}</View>
      </Card>
      <View className={styles.state} {...a11y({ role: 'status', live: 'polite' })}>
        {attempt.isPending &&
          (bytes === 0 ? t('preparing') : t('received', { size: Math.max(1, Math.round(bytes / KB)) }))}
        {attempt.isSuccess &&
          t('done', { from: spokenDate(attempt.variables.from, 'zh'), to: spokenDate(attempt.variables.to, 'zh') })}
      </View>
      {attempt.error && <ErrorNotice error={attempt.error} onRetry={send} />}
    </Page>
  )
}
