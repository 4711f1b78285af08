import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { useRouter } from '@tarojs/taro'
import { dateInSentence, dateTimeInSentence } from '../../../platform/dates'
import { useText } from '../../../platform/i18n/text'
import { yuanOf } from '../../../platform/money'
import { useNow } from '../../../platform/use-now'
import { ErrorNotice } from '../../../ui/error-notice'
import { Skeleton } from '../../../ui/skeleton'
import { Slip, SlipLine } from '../../../ui/slip'
import { KitchenPage } from '../../components/kitchen-page'
import { type DayEnd, useDayEnd } from '../../kitchen.api'
import { kitchenText } from '../../kitchen.text'
import { paperText } from '../../paper.text'

/** What a day came to: served, paid and free, as it is read it is printed. */
export default function DayEndPage() {
  const t = useText(kitchenText)
  const { communityId = '', canteenId = '', on } = useRouter().params
  const today = shanghaiTime(useNow()).date
  const { data, error, refetch } = useDayEnd({ communityId, canteenId }, on ?? today)
  return (
    <KitchenPage title={t('toDayEnd')}>
      {!data && error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton cards={2} />}
      {data && <DayPaper day={data} />}
    </KitchenPage>
  )
}

const DayPaper = ({ day }: { day: DayEnd }) => {
  const t = useText(paperText)
  const tSitting = useText(SITTING_TEXT)
  return (
    <Slip label={t('label')} title={t('dayEnd', { canteen: day.canteenName, day: dateInSentence(day.on) })}>
      <SlipLine>{t('asOf', { at: dateTimeInSentence(day.at) })}</SlipLine>
      {day.sittings.map((sitting) => (
        <SlipLine key={sitting.sitting}>
          {[
            t('daySitting', { ...sitting, sitting: tSitting(sitting.sitting) }),
            t('dayPaid', {
              paid: sitting.paid,
              paidSum: yuanOf(sitting.paidCents),
              unpaid: sitting.unpaid,
              unpaidSum: yuanOf(sitting.unpaidCents),
            }),
            t('dayFree', {
              free: sitting.free,
              subsidy: yuanOf(sitting.subsidyCents),
              total: yuanOf(sitting.totalCents),
            }),
            ...(sitting.refundCents > 0 ? [t('dayRefund', { sum: yuanOf(sitting.refundCents) })] : []),
          ].join('\n')}
        </SlipLine>
      ))}
      {day.freeBecause.length > 0 && <SlipLine>{t('freeBecause')}</SlipLine>}
      {day.freeBecause.map(({ reason, orders }) => (
        <SlipLine key={reason}>{t('because', { reason, count: orders })}</SlipLine>
      ))}
      <SlipLine>{t('sign')}</SlipLine>
    </Slip>
  )
}
