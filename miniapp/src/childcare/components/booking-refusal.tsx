import { View } from '@tarojs/components'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

/** Why it was not booked, in the server's words, and the next step for each reason. */
export const BookingRefusal = ({ error }: { error: unknown }) => {
  const t = useText(childcareText)
  const code = error instanceof CallError ? error.code : undefined
  return (
    <>
      <ErrorNotice error={error} />
      <View className={styles.refusal}>
        {code === 'childcare_not_eligible' && (
          <>
            <View className={styles.line}>{t('missingFact')}</View>
            <Button icon='home' isWide onPress={() => openPage('people/pages/fact/index', { kind: 'residence' })}>
              {t('residence')}
            </Button>
            <Button icon='edit' isWide onPress={() => openPage('people/pages/fact/index', { kind: 'workplace' })}>
              {t('workplace')}
            </Button>
          </>
        )}
        {(code === 'unknown_child' || code === 'age_outside_band') && (
          <Button icon='edit' isWide onPress={() => openPage('childcare/pages/children/index')}>
            {t('changeChildren')}
          </Button>
        )}
        {(code === 'already_booked' || code === 'booking_overlaps') && (
          <Button icon='calendar' isWide onPress={() => openPage('bookings/pages/mine/index')}>
            {t('myBookings')}
          </Button>
        )}
      </View>
    </>
  )
}

const CHANGED = new Set<string>([
  'siblings_not_together',
  'slot_full',
  'slot_closed',
  'past_cutoff',
  'slot_has_seats',
  'date_in_past',
  'date_too_far',
  'hold_expired',
  'offer_expired',
  'booking_changed',
  'already_booked',
  'booking_overlaps',
  'age_outside_band',
  'other_community',
])

/** Sending the same again cannot help: what was shown is no longer so, and the family chooses again. */
export const isOutdated = (error: unknown): boolean => error instanceof CallError && CHANGED.has(error.code)
