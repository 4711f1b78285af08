import { inLanguage } from '@little-bench/shared/kernel/language'
import { CONSENT_RULES, POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useConsents, useGiveConsent } from '../../people'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { TickBox } from '../../ui/tick-box'
import { reportText } from './report.text'

const PURPOSE = 'position'

interface PositionDialogProps {
  isAsking: boolean
  onAgreed: () => void
  onClose: () => void
}

/** Says what for; asks for the consent only where it has not been given to these words. */
export const PositionDialog = ({ isAsking, onAgreed, onClose }: PositionDialogProps) => {
  const t = useText(reportText)
  const language = useDisplaySettings((settings) => settings.language)
  const consents = useConsents()
  const giving = useGiveConsent()
  const consent = consents.data?.find(({ purpose }) => purpose === PURPOSE)
  const version = consent?.version ?? POLICY_VERSION
  const isGiven = consent?.given?.version === version
  // Other words are not agreed to by the tick that stood at these.
  const [ticked, setTicked] = useState<string>()
  const [hasTried, setTried] = useState(false)
  const isTicked = ticked === version
  const confirm = () => {
    if (isGiven) return onAgreed()
    setTried(true)
    if (isTicked) giving.mutate({ purpose: PURPOSE, version }, { onSuccess: onAgreed })
  }
  return (
    <Dialog
      isOpen
      title={t('mapTitle')}
      confirmWords={t('mapConfirm')}
      isBusy={isAsking || giving.isPending || consents.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View>{t('mapWords')}</View>
      {consents.isPending && <Skeleton />}
      {giving.isError && <ErrorNotice error={giving.error} />}
      {giving.isError && <View>{t('mapElse')}</View>}
      {!consents.isPending && !isGiven && (
        <TickBox
          words={consent?.words ?? inLanguage(CONSENT_RULES[PURPOSE].words, language)}
          isTicked={isTicked}
          onChange={(isNow) => setTicked(isNow ? version : undefined)}
          error={hasTried && !isTicked ? t('mapAgreeMissing') : undefined}
        />
      )}
    </Dialog>
  )
}
