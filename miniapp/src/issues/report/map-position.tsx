import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { reportText } from './report.text'

interface MapPositionProps {
  /** `lat,lng` in WGS 84 degrees. */
  onFound: (position: string) => void
}

/** Takes the phone's position once, after saying in words what for. Refusing it closes no way. */
export const MapPosition = ({ onFound }: MapPositionProps) => {
  const t = useText(reportText)
  const [step, setStep] = useState<'offered' | 'explained' | 'asking' | 'failed'>('offered')
  const ask = () => {
    setStep('asking')
    Taro.getLocation({ type: 'wgs84' }).then(
      ({ latitude, longitude }) => onFound(`${latitude.toFixed(5)},${longitude.toFixed(5)}`),
      () => setStep('failed'),
    )
  }
  return (
    <>
      <Button icon='pin' onPress={() => setStep('explained')}>
        {t('useMap')}
      </Button>
      {step === 'failed' && <View {...a11y({ role: 'alert' })}>{t('mapFailed')}</View>}
      <Dialog
        isOpen={step === 'explained' || step === 'asking'}
        title={t('mapTitle')}
        confirmWords={t('mapConfirm')}
        isBusy={step === 'asking'}
        onConfirm={ask}
        onClose={() => setStep('offered')}
      >
        {t('mapWords')}
      </Dialog>
    </>
  )
}
