import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { useEndCalendarFeed, useSaveCalendarFeed } from '../../scheduling'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { useCopy } from '../../ui/use-copy'
import styles from '../bookings.module.scss'
import { bookingsText } from '../bookings.text'

/** A secret address for a calendar programme: made with one tap, shown once, ended with one tap. */
export const CalendarFeed = () => {
  const t = useText(bookingsText)
  const make = useSaveCalendarFeed()
  const end = useEndCalendarFeed()
  const [address, setAddress] = useState<string>()
  const error = make.error ?? end.error
  const begin = () => make.mutate(undefined, { onSuccess: ({ path }) => setAddress(fullAddress(path)) })
  const stop = () =>
    end.mutate(undefined, {
      onSuccess: () => {
        setAddress(undefined)
        showToast(t('feedEnded'))
      },
    })
  const copyWords = useCopy()
  const copy = () => copyWords(address ?? '', t('feedCopied'))
  return (
    <Section title={t('feed')}>
      <Card>
        <View>{t('feedWords')}</View>
        <View {...a11y({ role: 'status', live: 'polite' })}>
          {address !== undefined && (
            <>
              <View className={styles.address}>{address}</View>
              <View>{t('feedOnce')}</View>
            </>
          )}
        </View>
        {error !== null && <ErrorNotice error={error} />}
        <View className={styles.ways}>
          {address === undefined ? (
            <Button isWide icon='calendar' isBusy={make.isPending} onPress={begin}>
              {t('feedMake')}
            </Button>
          ) : (
            <Button isWide onPress={copy}>
              {t('feedCopy')}
            </Button>
          )}
          <Button isWide kind='quiet' isBusy={end.isPending} onPress={stop}>
            {t('feedEnd')}
          </Button>
        </View>
      </Card>
    </Section>
  )
}

/** The pages may come from the server itself; then it is the browser that knows where that is. */
const fullAddress = (path: string) =>
  API_BASE === '' && process.env.TARO_ENV === 'h5' ? location.origin + path : API_BASE + path
