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
  const isBeside = useSession(({ actingFor }) => actingFor !== null)
  const take = (format: DataFormat) => {
    setStep({ is: 'preparing', format })
    downloadMyData(format, shanghaiTime(new Date()).date).then(
      () => setStep({ is: 'taken' }),
      (error: unknown) => setStep({ is: 'failed', error }),
    )
  }
  const isBusy = (format: DataFormat) => step.is === 'preparing' && step.format === format
  const takesJson = canKeep('my-data.json')
  // What staff are kept from stands in it too.
  if (isBeside) {
    return (
      <Section title={t('take')}>
        <Card>{t('takeAlone')}</Card>
      </Section>
    )
  }
  return (
    <Section title={t('take')}>
      <Card>
        <View className={styles.line}>{t('takeWords')}</View>
        {step.is === 'failed' && <ErrorNotice error={step.error} />}
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
          {step.is === 'preparing' && t('preparing')}
          {step.is === 'taken' && t('taken')}
        </View>
      </Card>
    </Section>
  )
}
