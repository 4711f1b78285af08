import { hasPermission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { PositionDialog } from './position-dialog'
import { reportText } from './report.text'

interface MapPositionProps {
  /** `lat,lng` in WGS 84 degrees. */
  onFound: (position: string) => void
}

/**
 * Takes the phone's position once, after a consent of its own that nobody ticks beforehand (PIPL 29). It is the position of
 * whoever holds the phone: it is offered in one's own business alone. Refusing it closes no way.
 */
export const MapPosition = ({ onFound }: MapPositionProps) => {
  const t = useText(reportText)
  const mayAgree = useSession(
    ({ person, actingFor }) =>
      actingFor === null && hasPermission(person?.roles.map(({ role }) => role) ?? [], 'data.own'),
  )
  const [step, setStep] = useState<'offered' | 'explained' | 'asking' | 'failed'>('offered')
  const isOpen = step === 'explained' || step === 'asking'
  const find = () => {
    setStep('asking')
    Taro.getLocation({ type: 'wgs84' }).then(
      ({ latitude, longitude }) => onFound(`${latitude.toFixed(5)},${longitude.toFixed(5)}`),
      () => setStep('failed'),
    )
  }
  if (!mayAgree) return null
  return (
    <>
      <Button icon='pin' onPress={() => setStep('explained')}>
        {t('useMap')}
      </Button>
      {step === 'failed' && <View {...a11y({ role: 'alert' })}>{t('mapFailed')}</View>}
      {isOpen && <PositionDialog isAsking={step === 'asking'} onAgreed={find} onClose={() => setStep('offered')} />}
    </>
  )
}
