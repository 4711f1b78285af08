import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { canKeep } from '../../platform/download'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { type DataFormat, downloadMyData } from '../privacy.api'
import styles from '../privacy.module.scss'
import { privacyText } from '../privacy.text'

type Step =
  | { is: 'ready' }
  | { is: 'preparing'; format: DataFormat }
  | { is: 'taken' }
  | { is: 'failed'; error: unknown }

/** Everything that is kept, as a file to print or to take elsewhere (PIPL 45). */
export const TakeMyData = () => {
  const t = useText(privacyText)
  const [step, setStep] = useState<Step>({ is: 'ready' })
  // A file of one person is never spoken of on the page of another.
  const whose = useSession(({ actingFor }) => actingFor?.id)
  const [begunFor, setBegunFor] = useState(whose)
  const shown: Step = begunFor === whose ? step : { is: 'ready' }
  const take = (format: DataFormat) => {
    setBegunFor(whose)
    setStep({ is: 'preparing', format })
    downloadMyData(format, shanghaiTime(new Date()).date).then(
      () => setStep({ is: 'taken' }),
      (error: unknown) => setStep({ is: 'failed', error }),
    )
  }
  const isBusy = (format: DataFormat) => shown.is === 'preparing' && shown.format === format
  const takesJson = canKeep('my-data.json')
  return (
    <Section title={t('take')}>
      <Card>
        <View className={styles.line}>{t('takeWords')}</View>
        {shown.is === 'failed' && <ErrorNotice error={shown.error} />}
        <View className={styles.ways}>
          <Button icon='down' isWide isBusy={isBusy('pdf')} onPress={() => take('pdf')}>
            {t('takePdf')}
          </Button>
          {takesJson && (
            <Button icon='down' isWide isBusy={isBusy('json')} onPress={() => take('json')}>
              {t('takeJson')}
            </Button>
          )}
        </View>
        {!takesJson && <View className={styles.caption}>{t('jsonElsewhere')}</View>}
        <View {...a11y({ role: 'status', live: 'polite' })}>
          {shown.is === 'preparing' && t('preparing')}
          {shown.is === 'taken' && t('taken')}
        </View>
      </Card>
    </Section>
  )
}
