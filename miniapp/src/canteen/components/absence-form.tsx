import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { StatusChip } from '../../ui/status-chip'
import { TickBox } from '../../ui/tick-box'
import { showToast } from '../../ui/toast'
import { absenceText } from '../absence.text'
import styles from '../canteen.module.scss'
import { type AbsenceCheck, useSaveAbsenceCheck } from '../standing.api'

type Checker = NonNullable<AbsenceCheck['checker']>

interface AbsenceProps {
  communityId: string
  check: AbsenceCheck
}

/** It is on: who asks, since when, and one tap that ends it. */
export const AbsenceOn = ({ communityId, check }: AbsenceProps) => {
  const t = useText(absenceText)
  const saving = useSaveAbsenceCheck(communityId)
  const end = () => saving.mutate({ isOn: false }, { onSuccess: () => showToast(t('turnedOff')) })
  return (
    <Card tint='green'>
      <StatusChip word={t('on')} tone='good' />
      {check.checker && <View className={styles.line}>{t('onWho', { who: t(check.checker) })}</View>}
      {check.consentedAt && (
        <View className={styles.line}>{t('onSince', { date: dateInSentence(check.consentedAt) })}</View>
      )}
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      <Button isWide icon='close' isBusy={saving.isPending} onPress={end}>
        {t('turnOff')}
      </Button>
    </Card>
  )
}

/** It is off: whom to ask, and a consent of its own that nobody ticked beforehand. */
export const AbsenceForm = ({ communityId, check }: AbsenceProps) => {
  const t = useText(absenceText)
  const saving = useSaveAbsenceCheck(communityId)
  const [checker, setChecker] = useState<Checker | null>(null)
  const [consents, setConsents] = useState(false)
  const [hasTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (checker === null || !consents) return
    saving.mutate({ isOn: true, checker, consents }, { onSuccess: () => showToast(t('saved')) })
  }
  return (
    <>
      <View className={styles.line}>{t('off')}</View>
      <ChoiceList<Checker>
        label={t('who')}
        error={hasTried && checker === null ? t('whoMissing') : undefined}
        choices={[
          ...(check.hasFamily ? [{ value: 'family' as const, name: t('family'), note: t('familyNote') }] : []),
          { value: 'grid_worker', name: t('grid_worker'), note: t('gridWorkerNote') },
        ]}
        hint={check.hasFamily ? undefined : t('noFamily')}
        value={checker}
        onChange={setChecker}
      />
      {!check.hasFamily && (
        <Button kind='quiet' icon='person' onPress={() => openPage('people/pages/grants-given/index')}>
          {t('toGrants')}
        </Button>
      )}
      <TickBox
        words={t('consent')}
        isTicked={consents}
        onChange={setConsents}
        error={hasTried && !consents ? t('consentMissing') : undefined}
      />
      {saving.error !== null && <ErrorNotice error={saving.error} />}
      <Button kind='primary' isWide isBusy={saving.isPending} onPress={save}>
        {t('save')}
      </Button>
    </>
  )
}
